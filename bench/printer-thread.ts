// A printer on the network that takes and counts each label at once, in a thread of its own: what it costs is not
// counted as the station's.
import { parentPort } from 'node:worker_threads'
import { listenVirtualPrinter } from '../src/main/devices/printer/virtual/listen.ts'

const media = { widthMm: 51, heightMm: 25, dpi: 203 } as const
const { port } = await listenVirtualPrinter({ host: '127.0.0.1', port: 0, media })
parentPort?.postMessage(port)
