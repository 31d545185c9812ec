/** Every name makes a series of its own in whoever collects the metrics. */
const mostNames = 60;
const plainName = /^[\w.-]{1,60}$/;

/**
 * Keeps a label bounded whose values come from outside.
 * @returns what gives a name back as it is, or `other` when it is no plain name, or one too many
 */
export function boundedNames(): (name: string) => string {
  const seen = new Set<string>();
  return (name) => {
    if (seen.has(name)) return name;
    if (seen.size >= mostNames || !plainName.test(name)) return 'other';
    seen.add(name);
    return name;
  };
}

/** A name for an error: Slack's when Slack refused something, else its code or class. */
export function errorName(error: unknown): string {
  if (!(error instanceof Error)) return 'none';
  const { code, data } = error as Error & { code?: unknown; data?: { error?: unknown } };
  if (typeof data?.error === 'string') return data.error;
  return typeof code === 'string' ? code : error.name;
}
