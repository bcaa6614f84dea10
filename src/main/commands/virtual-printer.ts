import { resolve } from 'node:path'
import { createRandom } from '../../core/random.ts'
import { answerDiscovery } from '../devices/printer/virtual/answer-discovery.ts'
import { attend } from '../devices/printer/virtual/attendant.ts'
import { obeyLines, openControl } from '../devices/printer/virtual/control.ts'
import { HAND_WORDS } from '../devices/printer/virtual/hand.ts'
import { listenVirtualPrinter } from '../devices/printer/virtual/listen.ts'
import { makeMischief } from '../devices/printer/virtual/mischief.ts'
import { randomUniqueId } from '../devices/printer/virtual/odometer.ts'
import { createLabelDrawer } from '../workers/label-drawer.ts'
import { workerFile } from '../worker-file.ts'
import { readVirtualPrinterOptions, type VirtualPrinterWords } from './virtual-printer-options.ts'

/** Nothing that keeps a real printer from printing is over sooner. */
const SHORTEST_MS = 2_500
const SLOWEST_BYTES_PER_SECOND = 200

/** The words of its hands, for the help. */
export const HANDS_HELP = `\nWords on the control port and on standard input, one a line, each answered by a line of JSON:\n${HAND_WORDS.map(
  ([words, meaning]) => `  ${words}\n      ${meaning}`
).join('\n')}\n  quit\n      ends the program\n`

/**
 * A ZPL printer without hardware, as a program of its own: listens until it is told to quit or ended.
 *
 * Says one line when it listens (JSON where `json` is set), with the ports that it has and the seed of its mischief.
 */
export async function runVirtualPrinter(
  words: VirtualPrinterWords,
  json: boolean,
  programFolder: string,
  say: (line: string) => void
): Promise<void> {
  const options = readVirtualPrinterOptions(words)
  const { host, everyLabels, patienceMs, longestMs, seed = Date.now() % 1_000_000 } = options
  const drawer = createLabelDrawer({ workerFile: workerFile(programFolder, 'draw-label') })
  const listening = await listenVirtualPrinter({
    ...options,
    uniqueId: options.uniqueId ?? randomUniqueId(),
    folder: options.folder === undefined ? undefined : resolve(options.folder),
    draw: options.pictures ? (zpl, media) => drawer.draw(zpl, media) : undefined,
    random: createRandom(seed),
    onProblem: (problem) => process.stderr.write(`${problem.message}\n`)
  })
  const { port, printer } = listening
  const quit = createQuit()
  const control =
    options.control === undefined
      ? undefined
      : await openControl({ host, port: options.control, printer, onQuit: quit.now })
  const answering =
    options.discovery === undefined ? undefined : await answerDiscovery(host, options.discovery, printer.identity.model)
  if (everyLabels !== undefined) {
    const onMishap = (mishap: string): void => void process.stderr.write(`${mishap}\n`)
    makeMischief(printer, {
      random: createRandom(seed + 1),
      everyLabels,
      shortestMs: Math.min(SHORTEST_MS, longestMs),
      longestMs,
      slowest: SLOWEST_BYTES_PER_SECOND,
      jams: options.variables !== 'none',
      onMishap
    })
  }
  const sendHome =
    patienceMs === undefined
      ? undefined
      : attend(printer, { random: createRandom(seed + 2), leastMs: Math.min(SHORTEST_MS, patienceMs), patienceMs })
  // Started without one, a program of the desktop has no standard input to read.
  process.stdin.on('error', () => {})
  obeyLines(process.stdin, printer, quit.now, say)
  const { uniqueId } = printer.identity
  say(
    json
      ? JSON.stringify({
          printer: uniqueId,
          host,
          port,
          control: control?.port ?? null,
          discovery: answering?.port ?? null,
          seed
        })
      : `${uniqueId} listens at ${host}:${port}${control ? `, its control at ${host}:${control.port}` : ''}. ${
          everyLabels === undefined ? '' : `Mischief from seed ${seed}. `
        }End it with quit or Ctrl C.`
  )
  await quit.asked
  process.stdin.destroy()
  sendHome?.()
  await control?.close()
  await answering?.close()
  await listening.close()
  await drawer.close()
}

/** A word, or a signal from whoever started it. */
function createQuit(): { readonly now: () => void; readonly asked: Promise<void> } {
  let now = (): void => {}
  const asked = new Promise<void>((resolve) => (now = resolve))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, now)
  return { now, asked }
}
