const barWidth = 30;

/** A bar on standard error that counts files; nothing when that is no terminal. */
export function progressBar(label: string): { show: (done: number, total: number) => void; end: () => void } {
  const { stderr } = process;
  if (stderr.isTTY !== true) return { show: () => {}, end: () => {} };
  let shown = '';
  return {
    show(done, total) {
      const filled = total === 0 ? barWidth : Math.floor((done / total) * barWidth);
      const line = `\r${label} [${'#'.repeat(filled)}${' '.repeat(barWidth - filled)}] ${done} of ${total}`;
      if (line !== shown) stderr.write(line);
      shown = line;
    },
    end() {
      if (shown !== '') stderr.write('\r\x1b[K');
      shown = '';
    },
  };
}
