import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the page into dist/, where the playground serves it from. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: { outDir: '../../../dist/playground/page', emptyOutDir: true, target: 'es2022', reportCompressedSize: true },
  server: { proxy: { '/page': { target: 'ws://127.0.0.1:4711', ws: true } } },
});
