/** What the app was started for. */
export interface StartArguments {
  /** The arguments meant for Dockside, without the program and without Chromium's switches. */
  readonly argv: readonly string[]
  /** Whether they ask for the command line rather than the window. */
  readonly isCommand: boolean
}

const OPTIONS_WITH_VALUE = new Set(['--data'])
const OPTIONS = new Set(['--json'])
const COMMANDS_BY_THEMSELVES = new Set(['--help', '-h', '--version', '-V'])

/**
 * Reads the arguments of an Electron process.
 *
 * Unpackaged, Electron's own switches come first, then the app's folder, then ours. Packaged, Chromium takes its
 * switches (`--no-sandbox`) from among ours and leaves them there: they are skipped up to our first argument.
 */
export function readStartArguments(processArgv: readonly string[], packaged: boolean): StartArguments {
  const given = processArgv.slice(1)
  const start = packaged ? given.findIndex(isOurs) : given.findIndex((argument) => !argument.startsWith('-')) + 1
  const argv = packaged && start < 0 ? [] : given.slice(start)
  return { argv, isCommand: holdsCommand(argv) }
}

function isOurs(argument: string): boolean {
  const name = argument.split('=', 1)[0] ?? ''
  return (
    !argument.startsWith('-') || OPTIONS.has(name) || OPTIONS_WITH_VALUE.has(name) || COMMANDS_BY_THEMSELVES.has(name)
  )
}

function holdsCommand(argv: readonly string[]): boolean {
  for (let index = 0; index < argv.length; index += 1) {
    const argument = argv[index] ?? ''
    if (COMMANDS_BY_THEMSELVES.has(argument) || !argument.startsWith('-')) return true
    if (OPTIONS_WITH_VALUE.has(argument)) index += 1
  }
  return false
}
