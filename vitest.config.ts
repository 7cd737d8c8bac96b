import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // By default one processor stays idle, which on two is half of them.
    maxWorkers: '100%',
    // Real servers, workers and browsers: slow machines get time, nothing waits on a clock.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: './test/support/global-setup.ts',
    reporters: ['default', './test/support/count-reporter.ts'],
  },
});
