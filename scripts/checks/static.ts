import { runProgram } from './program.ts'
import { checked, total } from './tally.ts'
import type { Tally } from './tally.ts'

/** One project per layer: what a file may touch is answered by the compiler. */
const LAYERS = [
  'src/core',
  'src/labels',
  'src/ipc',
  'src/main',
  'src/main/tsconfig.electron.json',
  'src/preload',
  'src/renderer',
  'test'
]
const COMPILERS_AT_ONCE = 2

export async function checkFormat(): Promise<Tally> {
  return await check('format', 'prettier/bin/prettier.cjs', ['--check', '.'])
}

export async function checkLint(): Promise<Tally> {
  return await check('lint and layers', 'oxlint/bin/oxlint', ['--deny-warnings'])
}

/** Type checks each layer by itself, a few at a time. */
export async function checkTypes(): Promise<Tally> {
  const waiting = [...LAYERS]
  const tallies: Tally[] = []
  const work = async (): Promise<void> => {
    for (let layer = waiting.shift(); layer !== undefined; layer = waiting.shift()) {
      tallies.push(await check(`types of ${layer}`, 'typescript/bin/tsc', ['-p', layer]))
    }
  }
  await Promise.all(Array.from({ length: COMPILERS_AT_ONCE }, work))
  return total(tallies)
}

async function check(name: string, path: string, args: readonly string[]): Promise<Tally> {
  const { ok, output } = await runProgram(path, args)
  process.stdout.write(ok ? `ok      ${name}\n` : `FAILED  ${name}\n${output.trimEnd()}\n\n`)
  return checked(ok)
}
