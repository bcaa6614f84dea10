import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { openSocketScanner } from '../../../scripts/drive/socket-scanner.ts'
import type { Sound } from '../../../src/core/scan-sound.ts'
import { PLAN, scanAtPace } from './plan.ts'

/** A scan that was answered aloud. */
export interface HeardScan {
  readonly scan: number
  readonly scanner: string
  readonly text: string
  readonly sound: Sound
}

const PROGRAM = fileURLToPath(new URL('scanned-station.ts', import.meta.url))
const MAIN = fileURLToPath(new URL('../../../src/main', import.meta.url))

/**
 * Starts a station in a process of its own, scans at it with three scanners at once, and kills it.
 *
 * @returns what was heard until then
 */
export async function killInBurst(
  dataFolder: string,
  port: number,
  afterHeard: number,
  afterMs: number
): Promise<readonly HeardScan[]> {
  const program = spawn(process.execPath, [PROGRAM, dataFolder, String(port), MAIN], {
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    program.once('close', (_status, signal) => resolve(signal))
  )
  let said = ''
  let errors = ''
  let isScanning = false
  program.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk))
  program.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk
    if (!isScanning && said.includes('"ready"\n')) {
      isScanning = true
      void scanOnSocket(port)
    }
    if (heardIn(said).length >= afterHeard) setTimeout(() => program.kill('SIGKILL'), afterMs)
  })
  const signal = await ended
  if (signal !== 'SIGKILL') throw new Error(`The station ended by itself, which it should not have:\n${errors}`)
  return heardIn(said)
}

async function scanOnSocket(port: number): Promise<void> {
  const socket = await openSocketScanner(port)
  await scanAtPace(PLAN.fixed, (text) => socket.scan(text))
  socket.close()
}

/** Whole lines alone: the last one may have been cut off. */
function heardIn(said: string): readonly HeardScan[] {
  return said
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as HeardScan | string)
    .filter((line) => typeof line !== 'string')
}
