import type { ComponentType } from 'react';
import type { Json } from '../../server/types.js';
import type { BlockProps } from './blocks/block-props.js';
import { Input } from './blocks/input.js';
import { Section } from './blocks/section.js';
import { Actions, Context, ContextActions, Divider, Header, ImageBlock } from './blocks/simple-blocks.js';
import styles from './blocks.module.css';
import { BlockKitProvider } from './context.js';
import { ErrorBoundary } from './error-boundary.js';
import type { BlockForm, BlockKitHost } from './host.js';
import { blockKey, stringOrNull } from './json-fields.js';
import { NotDrawn } from './not-drawn.js';
import { RichText } from './rich-text/rich-text.js';

export interface BlocksProps {
  blocks: readonly Json[];
  host: BlockKitHost;
  form?: BlockForm;
}

/** The blocks of a message or view, one below the other. */
export function Blocks({ blocks, host, form }: BlocksProps) {
  return (
    <BlockKitProvider host={host} form={form ?? null}>
      <BlockList blocks={blocks} />
    </BlockKitProvider>
  );
}

const drawn: Record<string, ComponentType<BlockProps>> = {
  section: Section,
  header: Header,
  context: Context,
  actions: Actions,
  divider: Divider,
  image: ImageBlock,
  input: Input,
  rich_text: RichText,
  context_actions: ContextActions,
};

export function BlockList({ blocks }: { blocks: readonly Json[] }) {
  return (
    <div className={styles.blocks}>
      {blocks.map((block, index) => (
        <ErrorBoundary key={blockKey(block, index)} fallback={<NotDrawn what={block} />}>
          <Block block={block} />
        </ErrorBoundary>
      ))}
    </div>
  );
}

function Block({ block }: { block: Json }) {
  const type = String(block.type);
  const Drawn = Object.hasOwn(drawn, type) ? drawn[type] : undefined;
  if (Drawn === undefined) return <NotDrawn what={block} />;
  return <Drawn block={block} blockId={stringOrNull(block.block_id) ?? ''} />;
}
