import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    globalSetup: ['test/support/one-server.ts'],
    setupFiles: ['test/support/one-seed.ts'],
    pool: 'threads',
    isolate: false,
    // Tests are not timed: a busy machine is no failure. What hangs is ended some time.
    testTimeout: 1_200_000,
    hookTimeout: 1_200_000,
    teardownTimeout: 120_000,
    expect: { poll: { timeout: 480_000 } },
    // Every core works: the two halves of the worlds take the longest by far.
    maxWorkers: '100%',
  },
});
