import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The journeys run one after another: each has a window of its own, and a machine has one keyboard. */
export default defineConfig(({ mode }) => ({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    include: [mode === 'look' ? 'look.ts' : '*.journey.ts'],
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 90_000,
    retry: 0,
  },
}));
