import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Most of the time tests wait for sockets and clocks, so that two processors have room for two files.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
