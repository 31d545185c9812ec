import type { PlainTextOptions } from '../cards/terminal.js';

/** What of an output stream decides how text is drawn on it. */
interface Output {
  isTTY?: boolean;
  columns?: number;
}

const usualWidth = 80;
/** Longer lines are hard to read, however wide the window is. */
const widest = 100;

/**
 * How text is drawn on an output: as wide as the window up to 100 columns, in colour only on a terminal.
 * `NO_COLOR` and `TERM=dumb` switch colour off, `FORCE_COLOR` switches it on elsewhere too (`0` and `false`: off).
 */
export function outputStyle(
  output: Output = process.stdout,
  environment: Record<string, string | undefined> = process.env,
): PlainTextOptions {
  // A terminal that does not know its size says 0.
  return { width: Math.min(output.columns || usualWidth, widest), colour: showsColour(output, environment) };
}

function showsColour(output: Output, { NO_COLOR, FORCE_COLOR, TERM }: Record<string, string | undefined>): boolean {
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined) return !['0', 'false'].includes(FORCE_COLOR);
  return output.isTTY === true && TERM !== 'dumb';
}
