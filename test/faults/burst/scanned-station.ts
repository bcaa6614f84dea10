// A station that is scanned at until it is killed: scanned-station.ts DATA_FOLDER PORT PROGRAM_FOLDER
import { writeSync } from 'node:fs'
import type { ScanAnswer } from '../../../src/ipc/views.ts'
import { openStation } from '../../../src/main/station.ts'
import { busWithScanner, takeScanners } from '../../helpers/three-scanners.ts'
import { PLAN, scanAtPace } from './plan.ts'

const [dataFolder = '', port = '', workers = ''] = process.argv.slice(2)
const hid = busWithScanner()
const station = await openStation({ dataFolder, version: '0.0.0-test', workers, replayKeys: () => undefined, hid })
station.onEvent((name, payload) => {
  // In the pipe when this returns: what a window would have sounded for.
  if (name === 'scan') writeSync(1, `${JSON.stringify(heardOf(payload as ScanAnswer))}\n`)
})
for (const text of ['PO-1', 'CAPTURED']) await station.api.scanning.submit({ text })
const scanners = await takeScanners(station, hid, Number(port))
writeSync(1, '"ready"\n')
await Promise.all([
  scanAtPace(PLAN.gun, (text) => scanners.scan('gun', text)),
  scanAtPace(PLAN.wedge, (text) => scanners.scan('wedge', text))
])
setInterval(() => undefined, 1_000)

function heardOf({ scan, scanner, text, sound }: ScanAnswer) {
  return { scan, scanner, text, sound }
}
