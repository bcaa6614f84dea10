import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { PROJECT_ROOT } from '../project.ts'

export interface Outcome {
  readonly ok: boolean
  /** What the program printed; empty when it printed straight to the terminal. */
  readonly output: string
}

export interface ProgramOptions {
  /** Lets the program print to the terminal as it goes, rather than keeping its output. */
  readonly live?: boolean
  readonly env?: Readonly<Record<string, string>>
}

/** Runs a JavaScript program of `node_modules` on the Node that runs this one. Never throws. */
export function runProgram(path: string, args: readonly string[], options: ProgramOptions = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const program = spawn(process.execPath, [join(PROJECT_ROOT, 'node_modules', path), ...args], {
      cwd: PROJECT_ROOT,
      stdio: options.live ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...options.env }
    })
    const chunks: string[] = []
    for (const stream of [program.stdout, program.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk))
    }
    program.once('error', (error) => resolve({ ok: false, output: error.message }))
    program.once('close', (status) => resolve({ ok: status === 0, output: chunks.join('') }))
  })
}
