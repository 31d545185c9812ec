const protocols = new Set(['http:', 'https:', 'mailto:', 'tel:', 'slack:']);

/** The address in the browser's own spelling, or null when it is none or would run something. */
export function safeUrl(url: unknown): string | null {
  if (typeof url !== 'string' || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocols.has(protocol) ? href : null;
}

/** The address of a picture: from the web, or data that is an image. */
export function safeImageUrl(url: unknown): string | null {
  if (typeof url === 'string' && /^data:image\/(png|jpeg|gif|webp|svg\+xml)[;,]/.test(url)) return url;
  const safe = safeUrl(url);
  return safe?.startsWith('http') ? safe : null;
}
