import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfNeeded } from '../build.ts'
import { runInUsbBench } from '../usb-bench/boot.ts'
import { provideUsbBench } from '../usb-bench/provide.ts'
import { readVitestReport } from './suites.ts'
import { checked, trusted, type Tally } from './tally.ts'

const TIMEOUT_MS = 15 * 60_000

/**
 * The tests with USB scanners and printers of the kernel's own, in an emulated computer where the built app runs too;
 * skipped where that cannot be had, unless `USB_BENCH=required` says that they must run.
 */
export async function runUsbBenchTests(): Promise<Tally> {
  const provided = provideUsbBench()
  if (!provided.ok) {
    const outcome = withoutBench(provided.reason, process.env['USB_BENCH'])
    process.stdout.write(`${outcome.words}\n`)
    return outcome.tally
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

/** What a run without an emulated computer comes to: where it must run, no run passes without it. */
export function withoutBench(
  reason: string,
  wish: string | undefined
): { readonly tally: Tally; readonly words: string } {
  if (wish !== 'required') {
    return { tally: { passed: 0, failed: 0, skipped: 1 }, words: `skipped  usb-bench: ${reason}` }
  }
  const remedy = 'Nothing was tried on USB. Provide it, or say USB_BENCH=optional where this machine cannot.'
  return { tally: checked(false), words: `FAILED  usb-bench: ${reason}. ${remedy}` }
}
