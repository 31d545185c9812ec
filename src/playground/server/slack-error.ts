/** A refusal in Slack's words: `code` goes out as `error`, `messages` as `response_metadata.messages`, `more` beside them. */
export class SlackError extends Error {
  readonly code: string;
  readonly messages: readonly string[];
  readonly more: Readonly<Record<string, string>>;

  constructor(code: string, messages: readonly string[] = [], more: Readonly<Record<string, string>> = {}) {
    super(messages.length > 0 ? `${code}: ${messages.join('; ')}` : code);
    this.name = 'SlackError';
    this.code = code;
    this.messages = messages;
    this.more = more;
  }
}
