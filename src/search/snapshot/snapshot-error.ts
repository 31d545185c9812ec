/** Why a file is not read as a snapshot; the message says what was found and what to do. */
export class SnapshotError extends Error {
  /** missing: no file; foreign: something else; old: of another version; damaged: cut short or altered. */
  readonly code: 'missing' | 'foreign' | 'old' | 'damaged';

  constructor(code: SnapshotError['code'], path: string, what: string, cause?: unknown) {
    super(`${path} ${what}`, { cause });
    this.code = code;
  }
}
