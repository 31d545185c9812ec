/** Text in Slack's markup, parsed: what stands in a line. All texts are decoded. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'bold' | 'italic' | 'strike'; children: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'emoji'; name: string; sign: string }
  | { type: 'link'; url: string; label: string }
  | { type: 'user'; id: string; label: string | null }
  | { type: 'channel'; id: string; label: string | null }
  | { type: 'usergroup'; id: string; label: string | null }
  | { type: 'broadcast'; range: 'here' | 'channel' | 'everyone' }
  | { type: 'date'; seconds: number; format: string; url: string | null; fallback: string | null };

/** A paragraph's and a quote's texts keep their line ends. */
export type TextBlock = { type: 'paragraph' | 'quote'; inlines: Inline[] } | { type: 'preformatted'; text: string };
