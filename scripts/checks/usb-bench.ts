import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfNeeded } from '../build.ts'
import { runInUsbBench } from '../usb-bench/boot.ts'
import { provideUsbBench } from '../usb-bench/provide.ts'
import { readVitestReport } from './suites.ts'
import { trusted, type Tally } from './tally.ts'

const TIMEOUT_MS = 15 * 60_000

/**
 * The tests with USB scanners and printers of the kernel's own, in an emulated computer where the built app runs too;
 * skipped where that cannot be had.
 */
export async function runUsbBenchTests(): Promise<Tally> {
  const provided = provideUsbBench()
  if (!provided.ok) {
    process.stdout.write(`skipped  usb-bench: ${provided.reason}\n`)
    return { passed: 0, failed: 0, skipped: 1 }
  }
  buildIfNeeded()
  const folder = mkdtempSync(join(tmpdir(), 'dockside-usb-bench-'))
  try {
    const { output, ok, report } = await runInUsbBench(
      provided.bench,
      folder,
      TIMEOUT_MS,
      process.env['USB_BENCH_TESTS']
    )
    process.stdout.write(`${output.trimEnd()}\n`)
    const tally = report === undefined ? undefined : readVitestReport(report)
    return trusted(tally, ok)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
