import type { IncomingMessage } from 'node:http';

/** Bodies of all requests together: as much as some dozens of the largest. */
const mostBytesAtOnce = 64 * 1024 * 1024;
let bytesNow = 0;

/**
 * The body of a request, or the status to refuse it with: 413 when it is larger than allowed, which a chunked one shows
 * only as it comes, 503 while too many others are being read, 400 when the client hung up.
 */
export async function readBody(request: IncomingMessage, mostBytes: number): Promise<Buffer | 400 | 413 | 503> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return 413;
  const chunks: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve) => {
    const end = (result: Buffer | 400 | 413 | 503) => {
      bytesNow -= bytes;
      bytes = 0;
      request.off('data', take).off('end', whole).off('error', broken).off('close', broken);
      request.on('error', () => {});
      request.pause();
      resolve(result);
    };
    const take = (chunk: Buffer) => {
      bytes += chunk.length;
      bytesNow += chunk.length;
      if (bytes > mostBytes) return end(413);
      if (bytesNow > mostBytesAtOnce) return end(503);
      chunks.push(chunk);
    };
    const whole = () => end(Buffer.concat(chunks));
    const broken = () => end(400);
    request.on('data', take).on('end', whole).on('error', broken).on('close', broken);
  });
}
