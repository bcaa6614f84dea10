import { runCli } from '../../src/main/cli.ts'

export interface CommandOutcome {
  /** 0 done, 1 refused, 2 used wrongly. */
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs one command of `dockside` on a data folder, without a process of its own. */
export async function dockside(dataFolder: string, ...words: readonly string[]): Promise<CommandOutcome> {
  const stdout: string[] = []
  const stderr: string[] = []
  const status = await runCli(['--data', dataFolder, ...words], {
    stdout: { write: (text) => stdout.push(text) },
    stderr: { write: (text) => stderr.push(text) },
    env: {},
    platform: process.platform
  })
  return { status, stdout: stdout.join(''), stderr: stderr.join('') }
}

/** The one JSON document of a command, whatever its status. */
export async function docksideJson<T>(dataFolder: string, ...words: readonly string[]): Promise<T> {
  const { stdout, stderr } = await dockside(dataFolder, '--json', ...words)
  try {
    return JSON.parse(stdout) as T
  } catch (error) {
    throw new Error(`dockside ${words.join(' ')} gave no JSON document: ${stdout}${stderr}`, { cause: error })
  }
}

/** Runs a command that must succeed. Throws with its own words when it does not. */
export async function docksideDone(dataFolder: string, ...words: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await dockside(dataFolder, ...words)
  if (status !== 0) throw new Error(`dockside ${words.join(' ')} ended with ${status}: ${stdout}${stderr}`)
  return stdout
}
