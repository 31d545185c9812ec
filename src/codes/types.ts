/** The kinds of error code that Substatus knows, in the order in which equal readings are listed. */
export const codeKinds = [
  'http',
  'hresult',
  'ntstatus',
  'win32',
  'winsock',
  'asp',
  'sqlstate',
  'event',
  'stop',
  'ftp',
  'kb',
] as const;

export type CodeKind = (typeof codeKinds)[number];

/** One thing that a code can mean. */
export interface CodeReading {
  kind: CodeKind;
  /** Normal form of this reading: `401.5`, `0x80070005`, `1067`, `ASP 0115`, `Q288323`. */
  code: string;
  /** Symbol or short title (`ERROR_ACCESS_DENIED`, `Access denied by ISAPI/CGI`); null when the tables do not have it. */
  name: string | null;
  /** One plain sentence for people; null when the tables do not have it. */
  meaning: string | null;
}

/** An error code found in a text. */
export interface FoundCode {
  /** Kind of the likeliest reading. */
  kind: CodeKind;
  /** Normal form of the likeliest reading. */
  code: string;
  /** The characters of the text that were read as this code: always `source.slice(start, end)`. */
  text: string;
  /** Offset of the first character, in UTF-16 units. */
  start: number;
  /** Offset after the last character, in UTF-16 units. */
  end: number;
  /** Every reading, likeliest first; the first has this code's own kind and normal form. */
  readings: CodeReading[];
}
