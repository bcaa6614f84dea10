import { defineConfig } from 'playwright/test'

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  forbidOnly: true,
  // One window at a time: a display has one keyboard focus.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 }
})
