import type { View } from '../../server/types.js';

export interface HomeTabProps {
  /** Null while the bot has published none. */
  view: View | null;
}

/** The Home tab of the app. */
export function HomeTab({ view }: HomeTabProps) {
  return <pre>{JSON.stringify(view?.blocks ?? [], null, 2)}</pre>;
}
