/** Standard markdown as Slack's `markdown` block takes it, parsed. */
export type MarkdownBlock =
  | { type: 'heading'; level: number; text: string }
  | { type: 'paragraph'; text: string }
  | { type: 'code'; text: string }
  | { type: 'rule' }
  | { type: 'quote'; blocks: MarkdownBlock[] }
  | { type: 'list'; start: number | null; items: MarkdownBlock[][] }
  | { type: 'table'; rows: string[][]; align: Align[] };

export type Align = 'left' | 'center' | 'right' | null;

/** Markdown within a line; texts are as they read. */
export type MarkdownInline =
  | { type: 'text' | 'code'; text: string }
  | { type: 'bold' | 'italic' | 'strike'; children: MarkdownInline[] }
  | { type: 'link'; url: string; children: MarkdownInline[] };
