import { build } from 'vite';

const page = new URL('../../src/playground/page/', import.meta.url);

/** The built gallery: path -> content. Nothing is written. */
export async function galleryFiles(): Promise<Map<string, string | Uint8Array>> {
  const built = await build({
    configFile: new URL('vite.config.ts', page).pathname,
    logLevel: 'warn',
    build: { write: false, rolldownOptions: { input: new URL('gallery/index.html', page).pathname } },
  });
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  return new Map(outputs.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]));
}
