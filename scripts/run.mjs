// Sets up, then runs one of the project's TypeScript files on the project's Node:
//
//   node scripts/run.mjs [--no-window] FILE [ARGUMENT…]
//
// A process of its own, since the shell that npm starts looks up `node` once and would stay with the system's.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { projectEnvironment, projectNode } from './setup/node.mjs'
import { PROJECT_ROOT, setUp } from './setup.mjs'

const PARENT_CHECK_MS = 250

const words = process.argv.slice(2)
const window = words[0] !== '--no-window'
const [file, ...args] = window ? words : words.slice(1)
if (!file) {
  process.stderr.write('usage: node scripts/run.mjs [--no-window] FILE [ARGUMENT…]\n')
  process.exit(2)
}

setUp({ window })
const child = spawn(projectNode(PROJECT_ROOT), [file, ...args], {
  stdio: 'inherit',
  env: projectEnvironment(PROJECT_ROOT)
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))

// npm puts a shell in between, which dies of a signal without passing it on: when it is gone, nobody waits any more.
const parent = process.ppid
setInterval(() => {
  if (process.ppid !== parent) child.kill('SIGTERM')
}, PARENT_CHECK_MS)

child.on('exit', (status, signal) => {
  process.exit(status ?? 128 + constants.signals[signal])
})
