// A station that does as it is told, a line at a time, until it is killed: shaken-station.ts DATA_FOLDER WORKERS HASTE
import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { LabelId } from '../../../src/core/ids.ts'
import type { Clock } from '../../../src/core/clock.ts'
import { systemTimers, type Timers } from '../../../src/main/devices/timers.ts'
import { openStation } from '../../../src/main/station.ts'

const [dataFolder = '', workers = '', haste = '1'] = process.argv.slice(2)
const station = await openStation({
  dataFolder,
  version: '0.0.0-test',
  workers,
  replayKeys: () => undefined,
  printerTime: hastyTime(Number(haste))
})
report('open')
for await (const line of createInterface({ input: process.stdin })) report(await obey(line))
// Whoever told it what to do is gone.
process.exit()

async function obey(line: string): Promise<string> {
  const [verb = '', ...rest] = line.split(' ')
  switch (verb) {
    case 'scan': {
      const { sound, title, message } = await station.api.scanning.submit({ text: rest.join(' ') })
      return `${sound}: ${title}. ${message}`
    }
    case 'reprint': {
      const { label, copy } = await station.api.labels.reprint({
        label: Number(rest[0]) as LabelId,
        reason: 'not there'
      })
      return `${label}.${copy}`
    }
    case 'close':
      await station.close()
      return 'closed'
    default:
      throw new Error(`A station is not told to ${line}`)
  }
}

/** Passes as much faster as the printer is faster than a real one. */
function hastyTime(times: number): Timers & Clock {
  const startMs = Date.now()
  return {
    now: () => startMs + (Date.now() - startMs) * times,
    after: (delayMs, callback) => systemTimers.after(delayMs / times, callback)
  }
}

/** At once, in the pipe when this returns. */
function report(answer: string): void {
  writeSync(1, `${JSON.stringify(answer)}\n`)
}
