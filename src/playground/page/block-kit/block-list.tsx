import type { ComponentType } from 'react';
import type { Json } from '../../server/types.js';
import styles from './block-list.module.css';
import type { BlockProps } from './blocks/block-props.js';
import { DataTable } from './blocks/data-table.js';
import { Alert, Card, Carousel, Container } from './blocks/frames.js';
import { Input } from './blocks/input.js';
import { Call, File, Video } from './blocks/media.js';
import { Section } from './blocks/section.js';
import { Actions, Context, Divider, Header, ImageBlock } from './blocks/simple-blocks.js';
import { Table } from './blocks/table.js';
import { Plan, TaskCard } from './blocks/tasks.js';
import { ErrorBoundary } from './error-boundary.js';
import { blockKey, stringOrNull } from './json-fields.js';
import { Markdown } from './markdown/markdown-block.js';
import { NotDrawn } from './not-drawn.js';
import { RichText } from './rich-text/rich-text.js';

const drawn: Record<string, ComponentType<BlockProps>> = {
  section: Section,
  header: Header,
  context: Context,
  actions: Actions,
  divider: Divider,
  image: ImageBlock,
  input: Input,
  rich_text: RichText,
  context_actions: Actions,
  markdown: Markdown,
  table: Table,
  data_table: DataTable,
  alert: Alert,
  card: Card,
  carousel: Carousel,
  container: Container,
  task_card: TaskCard,
  plan: Plan,
  video: Video,
  file: File,
  call: Call,
};

/** Blocks within a provider, each in its own error boundary. */
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
