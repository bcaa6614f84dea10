import { provideCups } from '../cups/provide.ts'
import { provideWine } from '../wine/provide.ts'
import { runVitest } from './suites.ts'
import type { Tally } from './tally.ts'

/** The way to the spooler of Windows, run under Wine; skipped where that cannot be had. */
export async function runWineTests(): Promise<Tally> {
  const lacking = provideWine()
  if (lacking !== undefined) {
    process.stdout.write(`skipped  wine: ${lacking}\n`)
    return { passed: 0, failed: 0, skipped: 1 }
  }
  provideCups()
  return await runVitest(['--config', 'test/wine/vitest.config.ts'])
}
