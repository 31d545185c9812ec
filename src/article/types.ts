import { z } from 'zod';

/** What a section is for. A heading of the long tail keeps its own name and is mapped to one of these. */
export const SectionRole = z.enum([
  'symptoms',
  'cause',
  'resolution',
  'workaround',
  'status',
  'more-information',
  'references',
  'summary',
  'other',
]);
export type SectionRole = z.infer<typeof SectionRole>;

/** A run of text inside a paragraph. Concatenating the `text` of all runs gives the paragraph as read. */
export const Inline = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  /** A command, path or setting: written between backticks in the source. */
  z.object({ type: z.literal('code'), text: z.string() }),
  /** A mention of another article (`Q102716`); `id` is its normal form, `text` what the source says. */
  z.object({ type: z.literal('reference'), text: z.string(), id: z.string() }),
  /** A web address (http, https or ftp), as written. */
  z.object({ type: z.literal('url'), text: z.string(), url: z.string() }),
]);
export type Inline = z.infer<typeof Inline>;

/** `line` is the 1-based line of the source file at which the block starts. */
export interface Paragraph {
  type: 'paragraph';
  line: number;
  inlines: Inline[];
}
/** A sub-heading: a line underlined with `-` in the source. */
export interface Heading {
  type: 'heading';
  line: number;
  text: string;
}
/** Verbatim lines: code, commands, error messages, anything the source sets off by indenting. No common indent. */
export interface Code {
  type: 'code';
  line: number;
  text: string;
}
/** A table drawn in characters, kept verbatim. No common indent. */
export interface Table {
  type: 'table';
  line: number;
  text: string;
}
export interface ListItem {
  line: number;
  /** The marker as written: `1.`, `a.`, `-`, `o`. */
  marker: string;
  blocks: Block[];
}
export interface List {
  type: 'list';
  line: number;
  ordered: boolean;
  items: ListItem[];
}
/** A paragraph (with what belongs to it) that the source opens with NOTE:, WARNING:, IMPORTANT: or CAUTION:. */
export interface Note {
  type: 'note';
  line: number;
  kind: 'note' | 'warning';
  /** The opening word as written, without the colon. */
  label: string;
  blocks: Block[];
}
export type Block = Paragraph | Heading | Code | Table | List | Note;

const line = z.number().int().positive();

export const Block: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('paragraph'), line, inlines: z.array(Inline) }),
    z.object({ type: z.literal('heading'), line, text: z.string() }),
    z.object({ type: z.literal('code'), line, text: z.string() }),
    z.object({ type: z.literal('table'), line, text: z.string() }),
    z.object({
      type: z.literal('list'),
      line,
      ordered: z.boolean(),
      items: z.array(z.object({ line, marker: z.string(), blocks: z.array(Block) })),
    }),
    z.object({
      type: z.literal('note'),
      line,
      kind: z.enum(['note', 'warning']),
      label: z.string(),
      blocks: z.array(Block),
    }),
  ]),
);

export const Section = z.object({
  role: SectionRole,
  /** The heading as the source writes it (`MORE INFORMATION`); empty for text before the first heading. */
  heading: z.string(),
  line,
  blocks: z.array(Block),
});
export type Section = z.infer<typeof Section>;

/** One knowledge-base article: what every parser produces and everything else reads. */
export const Article = z.object({
  /** Normal form: an upper-case letter and digits, `Q288323` for the archive, `S40105` for our own. */
  id: z.string().regex(/^[A-Z]\d+$/),
  /** One line, entities decoded, without the id. */
  title: z.string().min(1),
  products: z.array(z.string()),
  versions: z.array(z.string()),
  operatingSystems: z.array(z.string()),
  keywords: z.array(z.string()),
  /** ISO date `YYYY-MM-DD` of the last change, or null when the source has none that can be read. */
  lastModified: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/)
    .nullable(),
  /** The lines of "The information in this article applies to". */
  appliesTo: z.array(z.string()),
  sections: z.array(Section),
  /** The words of "Additional query words", as written. */
  queryWords: z.array(z.string()),
  /** Error codes in normal form that the article says it is about (front matter `codes`); empty for the archive. */
  codes: z.array(z.string()),
  /** Where the facts come from (front matter `sources`); empty for the archive. */
  sources: z.array(z.string()),
  /** The footer's fields by name (`Technology`, `Issue type`), as written. */
  footer: z.record(z.string(), z.string()),
  /** The file that the article was read from, as given by the caller. */
  path: z.string(),
});
export type Article = z.infer<typeof Article>;

/** A remark about a source file: what is wrong, where, and what to do. Content never throws. */
export interface Diagnostic {
  /** Stable name of the rule, in kebab case: `no-id`, `duplicate-id`, `empty-section`. */
  rule: string;
  severity: 'error' | 'warning';
  path: string;
  /** 1-based. */
  line: number;
  /** 1-based. */
  column: number;
  /** What is wrong, with the value. */
  message: string;
  /** What to do about it. */
  advice: string;
  /** The words that are meant, where `line` is only that of their paragraph: see `placed`. */
  quote?: string;
}
