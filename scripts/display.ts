import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'

const START_TIMEOUT_MS = 20_000
const SCREEN = '1920x1080x24'

/**
 * Runs `work` where windows can open: on the display that there is, else on a virtual one that ends with it.
 *
 * Sets `DISPLAY` of this process for that time, and so of what it starts.
 */
export async function withDisplay<Result>(work: () => Promise<Result>): Promise<Result> {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return await work()
  const display = await openVirtualDisplay()
  process.env.DISPLAY = display.name
  try {
    return await work()
  } finally {
    delete process.env.DISPLAY
    await display.close()
  }
}

export interface VirtualDisplay {
  readonly name: string
  close(): Promise<void>
}

/**
 * The shell around Xvfb waits for the end of its input, which comes when this process ends, however that happens: no
 * display server is left behind. Xvfb takes a free display by itself and writes its number to descriptor 3.
 *
 * @param isPunctual whether its work is to be done ahead of all else, as a keyboard's is, where the system grants it
 */
export async function openVirtualDisplay({ isPunctual = false } = {}): Promise<VirtualDisplay> {
  const first = isPunctual ? 'first=$(chrt -r 1 echo chrt -r 1 2>/dev/null); $first' : ''
  const script = `${first} Xvfb -displayfd 3 -screen 0 ${SCREEN} -nolisten tcp -noreset & server=$!; exec 3>&-; cat; kill $server; wait $server`
  const shell = spawn('sh', ['-c', script], { stdio: ['pipe', 'ignore', 'pipe', 'pipe'], detached: true })
  const ended = new Promise<void>((resolve) => shell.once('close', () => resolve()))
  const complaints: string[] = []
  shell.stderr?.setEncoding('utf8').on('data', (text: string) => complaints.push(text))
  try {
    const number = await firstLine(shell.stdio[3] as Readable)
    return {
      name: `:${number}`,
      close: async () => {
        shell.stdin?.end()
        await ended
      }
    }
  } catch (error) {
    shell.stdin?.end()
    throw new Error(`No virtual display could be started: ${complaints.join('').trim() || 'Xvfb gave no reason'}`, {
      cause: error
    })
  }
}

function firstLine(stream: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Xvfb did not answer in time')), START_TIMEOUT_MS)
    let text = ''
    stream.setEncoding('utf8')
    stream.on('data', (chunk: string) => {
      text += chunk
      const end = text.indexOf('\n')
      if (end >= 0) finish(() => resolve(text.slice(0, end).trim()))
    })
    stream.once('end', () => finish(() => reject(new Error('Xvfb ended'))))
    const finish = (settle: () => void): void => {
      clearTimeout(timer)
      settle()
    }
  })
}
