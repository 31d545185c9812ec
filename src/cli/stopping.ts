/** How long stopping may take when nobody else bounds it; a container's 30 seconds are about as long. */
const longestStopMs = 30_000;

/**
 * Runs some work once when the process is asked to stop (SIGTERM, Ctrl+C), then lets it end with exit code 0.
 * A second signal ends it at once.
 * @returns what stops it from within, with an exit code of its own
 */
export function whenAskedToStop(work: () => Promise<void>): (exitCode: number) => void {
  let asked = false;
  const stop = (exitCode: number) => {
    if (asked) process.exit(130);
    asked = true;
    work().then(
      () => process.exit(exitCode),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => stop(0));
  process.on('SIGINT', () => stop(0));
  return (exitCode) => {
    setTimeout(() => process.exit(exitCode), longestStopMs).unref();
    stop(exitCode);
  };
}
