import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { BlockForm, BlockKitHost } from './host.js';

interface BlockKit {
  host: BlockKitHost;
  /** Null outside modals. */
  form: BlockForm | null;
}

const BlockKitContext = createContext<BlockKit | null>(null);

export function BlockKitProvider({
  host,
  form = null,
  children,
}: Partial<BlockKit> & { host: BlockKitHost; children: ReactNode }) {
  const value = useMemo(() => ({ host, form }), [host, form]);
  return <BlockKitContext value={value}>{children}</BlockKitContext>;
}

/** The host and form around a block. Throws outside of `<Blocks>`, `<Mrkdwn>` and `<MessageBody>`. */
export function useBlockKit(): BlockKit {
  const value = useContext(BlockKitContext);
  if (value === null) throw new Error('useBlockKit() was called outside of <BlockKitProvider>');
  return value;
}
