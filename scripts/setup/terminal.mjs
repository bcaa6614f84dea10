import { spawnSync } from 'node:child_process'

/** Something that set-up cannot mend by itself. The message says what happened, why, and what to do next. */
export class SetupError extends Error {
  name = 'SetupError'
}

/** Set-up speaks on stderr alone, so that what a command prints on stdout stays one document. */
export function say(line) {
  process.stderr.write(`set-up: ${line}\n`)
}

/**
 * Runs a program to its end and keeps what it prints.
 *
 * @returns {{ ok: boolean, output: string }} `ok` is false too when the program is not there or takes too long
 */
export function run(command, args, options = {}) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    ...options
  })
  return { ok: status === 0, output: withoutHosts([stdout, stderr, error?.message].filter(Boolean).join('\n')) }
}

/** What a failed program said, for a message: without warnings, and not more than can be read. */
export function gist(output, lines = 16) {
  const said = output.split('\n').filter((line) => line.trim() !== '' && !/^(?:npm warn|W:)/i.test(line))
  return said.slice(0, lines).join('\n')
}

/** Which mirror a machine is set up with is nobody's business but its own: logs get passed on. */
function withoutHosts(output) {
  return output.replace(/\bhttps?:\/\/[^\s'")\]]+/g, '(address)')
}
