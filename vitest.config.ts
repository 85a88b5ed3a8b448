import { availableParallelism } from 'node:os';
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
    // One more than there are cores: tests wait for disks, databases and browsers now and then.
    maxWorkers: availableParallelism() + 1,
  },
});
