import { InvalidArgumentError, Option } from 'commander';

/** `--kb DIR`, which may be given several times. */
export function kbOption(): Option {
  return new Option(
    '--kb <dir...>',
    'folder of articles; may be given several times, the first wins where two hold the same id',
  )
    .default([], 'the articles that ship')
    .argParser((folder: string, folders: string[]) => [...folders, folder]);
}

/** A whole number from 1 up. */
export function positiveInteger(value: string): number {
  if (!/^[1-9]\d{0,6}$/.test(value)) throw new InvalidArgumentError('It must be a whole number from 1 to 9999999.');
  return Number(value);
}

/** A TCP port; 0 lets the system choose one. */
export function port(value: string): number {
  const number = Number(value);
  if (!/^\d{1,5}$/.test(value) || number > 65_535) throw new InvalidArgumentError('It must be a port, 0 to 65535.');
  return number;
}
