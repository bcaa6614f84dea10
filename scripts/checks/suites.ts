import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withDisplay } from '../display.ts'
import type { ProgramOptions } from './program.ts'
import { runProgram } from './program.ts'
import type { Tally } from './tally.ts'
import { trusted } from './tally.ts'

/** Unit and contract tests, on the project's Node. */
export async function runUnitTests(): Promise<Tally> {
  return await runVitest([])
}

export async function runVitest(more: readonly string[]): Promise<Tally> {
  return await runSuite(readVitestReport, (report) => ({
    path: 'vitest/vitest.mjs',
    args: ['run', ...more, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  }))
}

/** End-to-end tests in the real window; the app must have been built. */
export async function runEndToEndTests(): Promise<Tally> {
  return await withDisplay(() =>
    runSuite(readPlaywrightReport, (report) => ({
      path: 'playwright/cli.js',
      args: ['test', '--reporter=list,json'],
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report }
    }))
  )
}

interface SuiteCommand extends Pick<ProgramOptions, 'env'> {
  readonly path: string
  readonly args: readonly string[]
}

async function runSuite(read: (report: unknown) => Tally, command: (report: string) => SuiteCommand): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'dockside-tests-'))
  try {
    const file = join(folder, 'report.json')
    const { path, args, ...options } = command(file)
    const { ok } = await runProgram(path, args, { ...options, live: true })
    return trusted(readReport(file, read), ok)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readReport(file: string, read: (report: unknown) => Tally): Tally | undefined {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

/** Vitest's JSON report, which has the form of Jest's. */
export function readVitestReport(report: unknown): Tally {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report as Record<string, number>
  return {
    passed: count(numPassedTests),
    failed: count(numFailedTests),
    skipped: count(numPendingTests) + count(numTodoTests)
  }
}

/** Playwright's JSON report. A flaky test is one that failed: retries hide nothing here. */
export function readPlaywrightReport(report: unknown): Tally {
  const { expected, unexpected, flaky, skipped } = (report as { stats: Record<string, number> }).stats
  return { passed: count(expected), failed: count(unexpected) + count(flaky), skipped: count(skipped) }
}

function count(value: number | undefined): number {
  if (value === undefined || !Number.isInteger(value))
    throw new Error('The report of a test runner has another form than expected')
  return value
}
