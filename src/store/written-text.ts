/** A text as both databases hold it: PostgreSQL takes neither halves of characters nor NUL. */
export function writtenText(text: string): string {
  return Buffer.from(text).toString().replaceAll('\0', '');
}
