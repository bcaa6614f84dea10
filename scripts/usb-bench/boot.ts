import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT_ROOT } from '../project.ts'
import type { UsbBench } from './provide.ts'

/**
 * Emulated, not virtualised: a machine that is itself a guest often has no second level, or one that hangs. One processor at
 * a time: with both at once (qemu 7.2, `thread=multi`) Node ended now and then in one of V8's own checks of compiled code,
 * whatever it ran. It is hardly slower, since little goes on at once.
 */
const MACHINE = ['-accel', 'tcg,thread=single', '-cpu', 'max', '-m', '3G', '-smp', '2']
const HEADLESS = ['-nographic', '-no-reboot', '-nic', 'none']

export interface BenchRun {
  /** What the tests printed; what the emulator said where the guest never got so far. */
  readonly output: string
  /** Whether every test passed and every file of them could be run. */
  readonly ok: boolean
  /** Vitest's JSON report; undefined when there is none. */
  readonly report: unknown
}

/**
 * Starts the guest, which sees this machine's files as they are and can write to `outFolder` alone, and waits until it
 * has run the tests of `test/usb-bench` and switched itself off.
 *
 * @param tests words that stand in the names of the files to run; all where there is none
 */
export async function runInUsbBench(
  bench: UsbBench,
  outFolder: string,
  timeoutMs: number,
  tests = ''
): Promise<BenchRun> {
  copyFileSync(join(PROJECT_ROOT, 'scripts', 'usb-bench', 'guest.sh'), join(outFolder, 'guest.sh'))
  writeFileSync(
    join(outFolder, 'settings.sh'),
    assignments({
      PROJECT: PROJECT_ROOT,
      NODE: process.execPath,
      KERNEL: bench.kernelFolder,
      RELEASE: bench.release,
      TESTS: tests
    })
  )
  const complaints = await runEmulator(bench, outFolder, timeoutMs)
  const read = (name: string): string | undefined =>
    existsSync(join(outFolder, name)) ? readFileSync(join(outFolder, name), 'utf8') : undefined
  const report = read('report.json')
  return {
    output: read('console.log') ?? complaints,
    ok: read('status')?.trim() === '0',
    report: report === undefined ? undefined : JSON.parse(report)
  }
}

/** Resolves with what was said on the guest's console. */
function runEmulator(bench: UsbBench, outFolder: string, timeoutMs: number): Promise<string> {
  const share = (path: string, tag: string, more: string): readonly string[] => [
    '-virtfs',
    `local,path=${path},mount_tag=${tag},security_model=none${more}`
  ]
  const emulator = spawn(
    'qemu-system-x86_64',
    [
      ...MACHINE,
      ...HEADLESS,
      '-kernel',
      bench.image,
      '-initrd',
      bench.initialMemory,
      '-append',
      'console=ttyS0 quiet panic=-1',
      ...share('/', 'host', ',readonly=on,multidevs=remap'),
      ...share(outFolder, 'out', '')
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] }
  )
  const said: string[] = []
  for (const stream of [emulator.stdout, emulator.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => said.push(text))
  }
  const timer = setTimeout(() => {
    said.push(`\nThe guest did not finish within ${timeoutMs / 1_000} s.`)
    emulator.kill('SIGKILL')
  }, timeoutMs)
  return new Promise((resolve) => {
    emulator.once('error', (error) => said.push(error.message))
    emulator.once('close', () => {
      clearTimeout(timer)
      resolve(said.join(''))
    })
  })
}

function assignments(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}='${value.replaceAll("'", "'\\''")}'\n`)
    .join('')
}
