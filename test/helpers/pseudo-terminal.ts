import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'

/** A serial port without hardware: what is sent comes in at `path`, until it is pulled. */
export interface PseudoTerminal {
  readonly path: string
  send(bytes: Uint8Array): Promise<void>
  pull(): Promise<void>
}

/** Whether this computer can make one: `script` belongs to every Linux, with its `-q` and `-c` (util-linux). */
export function hasPseudoTerminals(): boolean {
  return process.platform === 'linux' && existsSync('/usr/bin/script') && existsSync('/dev/ptmx')
}

/** Node opens no terminals, so a program that does holds one open and hands on what it reads. */
export async function openPseudoTerminal(): Promise<PseudoTerminal> {
  const holder = spawn('/usr/bin/script', ['-q', '-c', 'stty raw -echo; tty; exec sleep 600', '/dev/null'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, SHELL: '/bin/sh' }
  })
  const ended = once(holder, 'exit')
  let said = ''
  holder.stdout.setEncoding('utf8')
  const path = await new Promise<string>((resolve, reject) => {
    holder.once('error', reject)
    holder.stdout.on('data', (chunk: string) => {
      said += chunk
      const [found] = /\/dev\/\S+(?=\s)/.exec(said) ?? []
      if (found !== undefined) resolve(found)
    })
  })
  return {
    path,
    send: (bytes) =>
      new Promise((resolve, reject) => {
        holder.stdin.write(bytes, (error) => (error ? reject(error) : resolve()))
      }),
    async pull() {
      holder.kill('SIGKILL')
      await ended
    }
  }
}
