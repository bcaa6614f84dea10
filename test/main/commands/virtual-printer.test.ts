import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { dockside } from '../../../scripts/drive/command-line.ts'
import { PROJECT_ROOT } from '../../../scripts/project.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

interface Told {
  readonly port: number
  readonly control: number
  readonly printer: string
}

/** The program, as somebody starts it, and two connections to it: a client's and a hand's. */
async function start(...options: readonly string[]) {
  const program = spawn(
    process.execPath,
    [
      join(PROJECT_ROOT, 'scripts/dockside.ts'),
      'virtual-printer',
      '--json',
      '--port',
      '0',
      '--control',
      '0',
      ...options
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] }
  )
  onTestFinished(() => void program.kill('SIGKILL'))
  const [line] = (await once(createInterface({ input: program.stdout }), 'line')) as [string]
  const told = JSON.parse(line) as Told
  const client = await joined(told.port)
  const control = await joined(told.control)
  return {
    ...told,
    ...client,
    /** Does something to the printer and gives its answer. */
    async hand(words: string): Promise<Record<string, unknown>> {
      const before = control.heard().length
      control.send(`${words}\n`)
      await vi.waitFor(() => expect(control.heard().slice(before)).toContain('\n'), 5_000)
      return JSON.parse(control.heard().slice(before)) as Record<string, unknown>
    },
    async quit(): Promise<number | null> {
      const ended = once(program, 'close') as Promise<[number | null]>
      control.send('quit\n')
      return (await ended)[0]
    }
  }
}

async function joined(port: number) {
  const socket: Socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  onTestFinished(() => void socket.destroy())
  let heard = ''
  socket.setEncoding('latin1').on('data', (text: string) => (heard += text))
  return { send: (text: string) => void socket.write(text), heard: () => heard }
}

describe('the virtual printer as a program', () => {
  it('prints, is torn and loaded by words, and keeps its paper and its odometer on disk', async () => {
    const folder = temporaryFolder()
    const first = await start('--folder', folder, '--serial', 'TEST1', '--speed', '40')
    first.send('^XA^FDone^FS^XZ^XA^FDtwo^FS^XZ')
    expect(await first.hand('after 0.5 labels head open')).toEqual({ ok: true })
    await vi.waitFor(async () => expect(await first.hand('status')).toMatchObject({ conditions: ['head-open'] }))
    expect(await first.hand('head close')).toEqual({ ok: true })
    await vi.waitFor(async () => expect(await first.hand('status')).toMatchObject({ odometer: 2 }))
    expect(await first.hand('jump')).toMatchObject({ ok: false, reason: 'Nobody can jump.' })
    expect(await first.quit()).toBe(0)
    const paper = readFileSync(join(folder, 'paper.jsonl'), 'utf8').trim().split('\n')
    expect(paper.map((line) => (JSON.parse(line) as { quality: string }).quality).sort()).toEqual([
      'good',
      'good',
      'torn'
    ])

    const second = await start('--folder', folder)
    expect(second.printer).toBe('TEST1')
    expect(await second.hand('status')).toMatchObject({ odometer: 2, paper: { good: 0 } })
    await second.quit()
  })

  it('sends alerts to whoever listens for them', async () => {
    const heard: string[] = []
    const listener = createServer((socket) =>
      socket.setEncoding('latin1').on('data', (text) => heard.push(String(text)))
    )
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void listener.close())
    const printer = await start('--serial', 'TEST1')
    printer.send(`^XA^SXA,D,Y,Y,127.0.0.1,${(listener.address() as AddressInfo).port}^XZ~HS`)
    await vi.waitFor(() => expect(printer.heard()).toContain('1234,0'))
    await printer.hand('paper out')
    await vi.waitFor(() => expect(heard.join('')).toMatch(/^ERROR CONDITION: PAPER OUT \[.*\] \[TEST1\]\r\n$/))
  })

  it('refuses a second client where it is told to', async () => {
    const { port } = await start('--others', 'refused')
    const second = connect(port, '127.0.0.1')
    second.on('error', () => undefined)
    await new Promise((resolve) => second.once('close', resolve))
  })

  it.each(['many', '9100.5'])('is used wrongly with a port that is none: %s', async (port) => {
    const { status, stderr } = await dockside(temporaryFolder(), 'virtual-printer', '--port', port)
    expect(status).toBe(2)
    expect(stderr).toContain(`--port ${port}`)
  })
})
