// Two scanners on a network that goes down in the middle: what the station notices. Run in a network of its own.
import { execFileSync } from 'node:child_process'
import { connect, createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Scanner } from '../../src/main/devices/scanner/scanner.ts'
import { createTcpClientScanner } from '../../src/main/devices/scanner/tcp-client.ts'
import { createTcpScanner } from '../../src/main/devices/scanner/tcp.ts'
import { systemTimers } from '../../src/main/devices/timers.ts'

const settings = { clock: { now: () => Date.now() }, timers: systemTimers, keepAliveMs: 1000 }

function setNetwork(state: 'up' | 'down'): void {
  execFileSync('ip', ['link', 'set', 'lo', state])
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(10)
}

function tell(scanner: Scanner): { readonly count: () => number } {
  let count = 0
  const say = (words: string): void => {
    count += 1
    process.stdout.write(`${scanner.id}: ${words}\n`)
  }
  scanner.onScan(({ bytes }) => say(Buffer.from(bytes).toString()))
  scanner.onFault(({ kind, bytes }) => say(`${kind} ${Buffer.from(bytes).toString()}`))
  return { count: () => count }
}

setNetwork('up')
const listening = createTcpScanner({ id: 'listening', listen: '127.0.0.1:0', ...settings })
const heard = tell(listening)
const clients = (): number => {
  const state = listening.state()
  return state.kind === 'listening' ? state.clients : -1
}
await until(() => clients() === 0)
const state = listening.state()
const gun = connect(state.kind === 'listening' ? state.port : 0, '127.0.0.1')
gun.on('error', () => {})
gun.write('SN-1\r\n')
await until(() => heard.count() === 1)

const portal = createServer((socket) => {
  socket.on('error', () => {})
  socket.write('SN-2\r\n')
})
portal.listen(0, '127.0.0.1')
await until(() => portal.listening)
const { port } = portal.address() as AddressInfo
const connecting = createTcpClientScanner({ id: 'connecting', connect: `127.0.0.1:${port}`, ...settings })
const heardThere = tell(connecting)
await until(() => heardThere.count() === 1)

gun.write('SN-')
await until(() => gun.writableLength === 0)
setNetwork('down')
process.stdout.write('the power is lost\n')
await until(() => clients() === 0 && connecting.state().kind === 'failed')
process.stdout.write('both noticed\n')
process.exit(0)
