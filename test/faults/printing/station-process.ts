import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A station in a process of its own, that can be killed at any moment. */
export interface StationProcess {
  /** Tells it something and gives its answer; absent when it was killed meanwhile. */
  tell(line: string): Promise<string | undefined>
  /** Settles when it is open, or was killed before. */
  readonly opened: Promise<void>
  kill(): Promise<void>
}

const PROGRAM = fileURLToPath(new URL('shaken-station.ts', import.meta.url))
const MAIN = fileURLToPath(new URL('../../../src/main', import.meta.url))

/** @param haste how many times faster than in earnest it loses patience with a printer */
export function startStation(dataFolder: string, haste: number): StationProcess {
  const program = spawn(process.execPath, [PROGRAM, dataFolder, MAIN, String(haste)], {
    stdio: ['pipe', 'pipe', 'pipe']
  })
  const waiting: ((answer: string | undefined) => void)[] = []
  let errors = ''
  let killed = false
  let isOver = false
  program.stdin.on('error', () => undefined)
  program.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk))
  createInterface({ input: program.stdout }).on('line', (line) => waiting.shift()?.(JSON.parse(line) as string))
  const ended = new Promise<void>((resolve, reject) => {
    program.once('close', (status) => {
      isOver = true
      for (const settle of waiting.splice(0)) settle(undefined)
      if (killed) resolve()
      else reject(new Error(`The station ended by itself with ${status}:\n${errors}`))
    })
  })
  // Whoever kills it hears of it; until then its answers stay out.
  ended.catch(() => undefined)
  const answer = (): Promise<string | undefined> => new Promise((resolve) => waiting.push(resolve))
  const opened = answer().then((word) => (word === undefined ? ended : undefined))
  opened.catch(() => undefined)
  return {
    opened,
    tell: async (line) => {
      if (isOver) return undefined
      const answered = answer()
      program.stdin.write(`${line}\n`)
      const word = await answered
      if (word === undefined) await ended
      return word
    },
    kill: async () => {
      killed = true
      program.kill('SIGKILL')
      await ended
    }
  }
}
