import { InvalidArgumentError, Option } from 'commander';

/** `--kb DIR`, which may be given several times, or once with several folders. */
export function kbOption(): Option {
  return new Option(
    '--kb <dir...>',
    'folder of articles; may be given several times, the first wins where two hold the same id',
  )
    .default([], 'the articles that ship')
    .argParser((folder: string, folders: string[]) => [...folders, folder]);
}

/**
 * `--kb DIR...` takes every word after it. When that leaves none for the question (`lookup --kb team-kb 401.5`), the
 * words from the second on that `isThere` does not know as a path are the question.
 */
export function questionAfterFolders(
  words: string[],
  folders: string[],
  isThere: (path: string) => boolean,
): { words: string[]; folders: string[] } {
  const end = folders.findIndex((folder, index) => index > 0 && !isThere(folder));
  if (words.length > 0 || end < 0) return { words, folders };
  return { words: folders.slice(end), folders: folders.slice(0, end) };
}

/** `--index FILE`: the index to answer from. */
export function indexOption(): Option {
  return new Option(
    '--index <file>',
    'answer from this index (see substatus index); built again when it cannot be used',
  );
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
