import { defineConfig } from 'vitest/config'

/** For the emulated computer alone, where everything takes ten to twenty-five times as long. */
export default defineConfig({
  test: {
    include: ['test/usb-bench/**/*.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 120_000 } },
    fileParallelism: false,
    // Not threads: serial ports are polled on the main thread's loop by their library.
    pool: 'forks',
    // Node strips the types by itself; to transform every module first took most of the time.
    experimental: { viteModuleRunner: false, nodeLoader: false }
  }
})
