/**
 * Runs some work once when the process is asked to stop (SIGTERM, Ctrl+C), then lets it end with exit code 0.
 * A second signal ends it at once.
 */
export function whenAskedToStop(work: () => Promise<void>): void {
  let asked = false;
  const stop = () => {
    if (asked) process.exit(130);
    asked = true;
    work().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
