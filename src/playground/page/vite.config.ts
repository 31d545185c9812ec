import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The page is in English: the thirty other languages of react-aria stay out of it. */
const englishOnly: Plugin = {
  name: 'english-only',
  load(id) {
    const isOther = /\/react-aria\/dist\/private\/intl\/\w+\/(?!en-US)\w\w-\w\w\.mjs$/.test(id);
    return isOther ? "export { default } from './en-US.mjs';" : null;
  },
};

/** Builds the page into dist/, where the playground serves it from. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react(), englishOnly],
  build: {
    outDir: '../../../dist/playground/page',
    emptyOutDir: true,
    target: 'es2022',
    // The first with light-dark(), which theme.css is made of.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // In kB before compression; what counts is the compressed weight, which a test holds under 250 kB.
    chunkSizeWarningLimit: 1000,
  },
  server: {
    proxy: { '/page': { target: 'http://127.0.0.1:4711', ws: true, changeOrigin: true, rewriteWsOrigin: true } },
  },
});
