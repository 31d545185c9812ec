/** A readable id in Slack's alphabet: the kind's letter and the name, e.g. `U0ANA0000` for `ana`. */
export function idFromName(kind: 'U' | 'C' | 'G' | 'B' | 'A', name: string): string {
  const letters = name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  return `${kind}0${letters}`.padEnd(9, '0');
}

/** Numbered ids for what comes and goes: `V00000001`, `Ev0000001`. */
export class IdSequence {
  #last = 0;

  next(kind: string): string {
    this.#last += 1;
    return kind + this.#last.toString(36).toUpperCase().padStart(8, '0');
  }
}
