import { defineConfig } from 'vitest/config'

/** For Wine alone, where a program takes a second to start. */
export default defineConfig({
  test: {
    include: ['test/wine/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    fileParallelism: false,
    pool: 'threads'
  }
})
