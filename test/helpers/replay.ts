import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openSocketScanner, type SocketScanner } from '../../scripts/drive/socket-scanner.ts'
import { freePorts } from '../../scripts/drive/free-ports.ts'
import { waitFor } from '../../scripts/drive/wait-for.ts'
import { SCAN_KEYS, type ScanOutside } from '../../src/main/services/journal/outside.ts'
import { openReadable } from '../../src/main/store/database.ts'
import { scanStrokes } from '../fakes/typist.ts'
import { runStation, writeStationConfig, type RunningStation } from './running-station.ts'

/** A scan of an exported journal, and what became of it when it was played again. */
export interface Replayed {
  readonly recorded: ScanOutside
  readonly played: Pick<ScanOutside, 'meaning' | 'outcome' | 'sound' | 'operator'> & { readonly events: number }
}

export interface ReplayOptions {
  /** What else `station.json` says. */
  readonly config?: Readonly<Record<string, unknown>>
  /** The badge of each operator, by name: an export has none. */
  readonly badges?: Readonly<Record<string, string>>
}

/** Reads a journal that was exported as JSON Lines. */
export function readJournal(jsonLines: string): readonly ScanOutside[] {
  return jsonLines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const scan = JSON.parse(line) as ScanOutside
      for (const key of SCAN_KEYS) if (!(key in scan)) throw new Error(`The journal has a line without ${key}: ${line}`)
      return scan
    })
}

/** Whether the same scan had the same answer, and as many consequences. */
export function isSame({ recorded, played }: Replayed): boolean {
  const { meaning, outcome, sound, operator } = recorded
  return (
    played.meaning === meaning &&
    played.outcome === outcome &&
    played.sound === sound &&
    played.operator === operator &&
    played.events === eventsOf(recorded)
  )
}

/**
 * Plays a journal on a station that was not there, scan by scan, each by the way by which it came: typed in the window,
 * by the keys of a keyboard, or on a socket, with the very bytes. Each waits for the answer to the one before.
 *
 * @param dataFolder as that of the first station was before the first scan; it gets a `station.json` of its own
 */
export async function replayJournal(
  dataFolder: string,
  journal: readonly ScanOutside[],
  { config = {}, badges = {} }: ReplayOptions = {}
): Promise<readonly Replayed[]> {
  const onSockets = idsOf(journal, (scan) => scan.scanner !== 'screen' && scan.source !== 'keyboard')
  const ports = await freePorts(onSockets.length)
  writeStationConfig(dataFolder, {
    ...config,
    scanners: [
      ...onSockets.map((id, index) => ({ id, type: 'tcp', listen: `127.0.0.1:${ports[index]}` })),
      ...idsOf(journal, (scan) => scan.source === 'keyboard').map((id) => ({ id, type: 'keyboard' }))
    ]
  })
  const running = await runStation(dataFolder)
  const sockets = new Map<string, SocketScanner>()
  for (const [index, id] of onSockets.entries()) sockets.set(id, await openSocketScanner(ports[index] ?? 0))
  onTestFinished(() => sockets.forEach((socket) => socket.close()))
  const db = openReadable(join(dataFolder, 'dockside.db'))
  try {
    const replayed: Replayed[] = []
    for (const recorded of journal) {
      const before = running.answers.length
      play(running, sockets, recorded, bytesOf(recorded, badges), before)
      await waitFor(`the answer to scan ${recorded.scan}`, () => running.answers[before])
      const row = db
        .prepare(
          `SELECT meaning, outcome, sound, operator, coalesce(last_event - first_event + 1, 0) AS events
           FROM scan ORDER BY id DESC LIMIT 1`
        )
        .get() as Replayed['played']
      replayed.push({ recorded, played: row })
    }
    return replayed
  } finally {
    db.close()
    await running.close()
  }
}

function play(
  { station }: RunningStation,
  sockets: ReadonlyMap<string, SocketScanner>,
  { scanner, source, aim }: ScanOutside,
  bytes: Buffer,
  played: number
): void {
  if (scanner === 'screen') void station.api.scanning.submit({ text: bytes.toString('utf8') })
  else if (source === 'keyboard') {
    const startMs = performance.now() + 1_000 * (played + 1)
    for (const stroke of scanStrokes(`${bytes.toString('latin1')}\r`, startMs, 2)) station.keyboard?.key(stroke)
  } else {
    if (bytes.includes(0x0a) || bytes.includes(0x0d)) throw new Error('A line end within a scan cannot go on a socket')
    sockets.get(String(scanner))?.scan(Buffer.concat([Buffer.from(String(aim ?? '')), bytes]))
  }
}

function bytesOf({ raw, operator, scan }: ScanOutside, badges: Readonly<Record<string, string>>): Buffer {
  if (typeof raw === 'string') return Buffer.from(raw, 'base64')
  const badge = badges[String(operator)]
  if (badge === undefined) throw new Error(`Scan ${scan} is the badge of ${operator}, which an export does not have`)
  return Buffer.from(badge)
}

function eventsOf({ first_event: first, last_event: last }: ScanOutside): number {
  return typeof first === 'number' && typeof last === 'number' ? last - first + 1 : 0
}

function idsOf(journal: readonly ScanOutside[], isMeant: (scan: ScanOutside) => boolean): readonly string[] {
  return [...new Set(journal.filter(isMeant).map(({ scanner }) => String(scanner)))]
}
