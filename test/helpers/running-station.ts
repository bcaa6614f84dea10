import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, vi } from 'vitest'
import type { ScanAnswer } from '../../src/ipc/views.ts'
import { openStation, type Station, type StationOptions } from '../../src/main/station.ts'

const PROGRAM_FOLDER = fileURLToPath(new URL('../../src/main', import.meta.url))

/** `station.json` of a test: a tcp scanner on a free port and a virtual printer, unless it says otherwise. */
export function writeStationConfig(dataFolder: string, more: Readonly<Record<string, unknown>> = {}): void {
  mkdirSync(dataFolder, { recursive: true })
  const config = {
    station: { id: 'DOCK-1', site: 'BER', location: 'DOCK' },
    scanners: [{ id: 'gun', type: 'tcp', listen: '127.0.0.1:0' }],
    printers: [{ id: 'virtual', transport: { type: 'virtual' }, dpi: 203, media: { widthMm: 51, heightMm: 25 } }],
    labels: { unit: 'virtual', lot: 'virtual', location: 'virtual' },
    ...more
  }
  writeFileSync(join(dataFolder, 'station.json'), JSON.stringify(config))
}

export interface RunningStation {
  readonly station: Station
  readonly answers: readonly ScanAnswer[]
  /** Scans texts through the socket, each after the answer to the one before. */
  readonly scan: (...texts: readonly string[]) => Promise<ScanAnswer>
  close(): Promise<void>
}

/** Opens a station without its window and joins its tcp scanner. Closed when the test is over. */
export async function runStation(dataFolder: string, options: Partial<StationOptions> = {}): Promise<RunningStation> {
  const station = await openStation({
    dataFolder,
    version: '0.0.0-test',
    workers: PROGRAM_FOLDER,
    replayKeys: () => undefined,
    ...options
  })
  const answers: ScanAnswer[] = []
  station.onEvent((name, payload) => {
    if (name === 'scan') answers.push(payload as ScanAnswer)
  })
  let closed = false
  const close = async () => {
    if (closed) return
    closed = true
    await station.close()
  }
  onTestFinished(close)
  return {
    station,
    answers,
    async scan(...texts) {
      const socket = connect(await scannerPort(station), '127.0.0.1')
      await once(socket, 'connect')
      for (const text of texts) {
        const before = answers.length
        socket.write(`${text}\r\n`)
        await vi.waitFor(() => expect(answers.length).toBe(before + 1), { interval: 2, timeout: 5000 })
      }
      socket.destroy()
      const last = answers.at(-1)
      if (!last) throw new Error('nothing was scanned')
      return last
    },
    close
  }
}

/** The port that the station's tcp scanner listens on, as its status tells. */
export async function scannerPort(station: Station): Promise<number> {
  return await vi.waitFor(
    async () => {
      const { devices } = await station.api.station.status({})
      const words = devices.find(({ role, type }) => role === 'scanner' && type === 'tcp')?.words ?? ''
      const port = /:(\d+)/.exec(words)?.[1]
      if (port === undefined) throw new Error(`the scanner does not listen: ${words}`)
      return Number(port)
    },
    { interval: 5, timeout: 5000 }
  )
}
