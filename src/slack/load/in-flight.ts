/** Counts the requests being answered, so that stopping can wait for them. */
export interface InFlight {
  readonly count: number;
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is under way, at the latest after so many milliseconds; says whether all was done. */
  drain(milliseconds: number): Promise<boolean>;
}

export function createInFlight(): InFlight {
  let count = 0;
  let idle: (() => void)[] = [];

  function finished(): void {
    count -= 1;
    if (count > 0) return;
    for (const resolve of idle) resolve();
    idle = [];
  }

  return {
    get count() {
      return count;
    },
    async run(work) {
      count += 1;
      try {
        return await work();
      } finally {
        finished();
      }
    },
    async drain(milliseconds) {
      if (count === 0) return true;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<boolean>((resolve) => {
        timer = setTimeout(resolve, milliseconds, false);
      });
      const done = new Promise<boolean>((resolve) => idle.push(() => resolve(true)));
      return Promise.race([done, late]).finally(() => clearTimeout(timer));
    },
  };
}
