// A printer on the network with the pace of a real one, in a thread of its own, so that neither disturbs the other: it
// says its port, and of each label when its first bytes came.
import { parentPort, workerData } from 'node:worker_threads'
import type { Media } from '../src/labels/media.ts'
import { openTimedPrinter } from './timed-printer.ts'

const { media, speedIps } = workerData as { readonly media: Media; readonly speedIps: number }
const printer = await openTimedPrinter({ media, speedIps })
parentPort?.postMessage({ port: printer.port })
for (;;) parentPort?.postMessage({ labelAtMs: await printer.nextLabel() })
