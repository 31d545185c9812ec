/** What the checks look at. */
export interface Checked {
  /** Resolves when the store answers; null without a store. @throws an error with a `code` */
  store: (() => Promise<void>) | null;
  /** Whether requests of Slack can arrive and be answered. */
  slack(): SlackState;
  index(): IndexState;
}

/** `tokens refused` and `stopping` do not pass by themselves; `connecting` does. */
export type SlackState = 'connected' | 'connecting' | 'token refused' | 'stopping';

export interface IndexState {
  articles: number;
  made: Date | null;
}

/** What `/readyz` answers. */
export interface Readiness {
  /** Questions are taken and answered. */
  ready: boolean;
  /** What is away while questions are answered all the same. */
  degraded: 'store'[];
  checks: {
    index: { state: 'loaded' | 'empty'; articles: number; made: string | null };
    slack: { state: SlackState };
    store: { state: 'up' | 'none' } | { state: 'away'; code: string };
  };
}

/** Probes have a second or a few; the store is given less. */
const patienceMs = 900;
/** Many may ask, and the store is asked once in so long. */
const rememberedMs = 1_000;

/**
 * Looks at the parts that answering needs. A store that is away does not make the bot unready: it goes on answering from
 * memory, and every replica shares that store, so that taking them all away would end the answers as well.
 */
export function createReadiness({ store, slack, index }: Checked): () => Promise<Readiness> {
  const checkStore = store === null ? async () => ({ state: 'none' as const }) : remembered(() => storeState(store));
  return async () => {
    const { articles, made } = index();
    const checks = {
      index: { state: articles > 0 ? 'loaded' : 'empty', articles, made: made?.toISOString() ?? null },
      slack: { state: slack() },
      store: await checkStore(),
    } as const;
    return {
      ready: checks.index.state === 'loaded' && checks.slack.state === 'connected',
      degraded: checks.store.state === 'away' ? ['store'] : [],
      checks,
    };
  };
}

async function storeState(check: () => Promise<void>): Promise<Readiness['checks']['store']> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, patienceMs, 'time-out');
  });
  const answered = check().then(() => null, codeOf);
  const code = await Promise.race([answered, late]).finally(() => clearTimeout(timer));
  return code === null ? { state: 'up' } : { state: 'away', code };
}

/** A code only: whoever reaches the port can read it. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'failed';
}

/** Those who ask within a second of the last answer, or while one is being found, share it. */
function remembered<T>(find: () => Promise<T>): () => Promise<T> {
  let last: Promise<T> | null = null;
  return () => {
    last ??= find().finally(() => {
      setTimeout(() => {
        last = null;
      }, rememberedMs).unref();
    });
    return last;
  };
}
