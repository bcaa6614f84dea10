import { once } from 'node:events'
import { connect } from 'node:net'
import { assert } from '../../../src/core/assert.ts'

/**
 * A client of an X server, as far as pressing keys needs one (X Window System Protocol, X11R7.7).
 *
 * Requests are carried out one after the other; a reply, and only that, shows that all before it were.
 */
export interface XConnection {
  readonly root: number
  /** Sends a request that has no reply: its opcode, its second byte, and what follows its length. */
  send(opcode: number, data: number, body: Buffer): void
  /** Sends a request and waits for its reply. */
  ask(opcode: number, data: number, body: Buffer): Promise<Buffer>
  /** Calls back with the 32 bytes of each event. */
  onEvent(listener: (event: Buffer) => void): void
  /** The major opcode of an extension, which each server gives out as it likes. */
  extension(name: string): Promise<number>
  close(): void
}

const SETUP_HEAD_BYTES = 8
const PACKET_BYTES = 32
const QUERY_EXTENSION = 98

const padded = (length: number): number => Math.ceil(length / 4) * 4

/** Connects to a display of this computer that lets everybody in, such as `:99`. */
export async function openXConnection(display: string): Promise<XConnection> {
  const socket = connect(`/tmp/.X11-unix/X${display.replace(/^:/, '').replace(/\..*$/, '')}`)
  const waiting = new Map<number, (reply: Buffer | Error) => void>()
  const listeners: ((event: Buffer) => void)[] = []
  let input = Buffer.alloc(0)
  let sequence = 0
  let root: number | undefined

  socket.on('data', (chunk) => {
    input = Buffer.concat([input, chunk])
    if (root === undefined) return readSetup()
    while (takePacket());
  })

  function readSetup(): void {
    if (input.length < SETUP_HEAD_BYTES) return
    const length = SETUP_HEAD_BYTES + input.readUInt16LE(6) * 4
    if (input.length < length) return
    assert(input[0] === 1, 'the X server lets this program in')
    const vendorBytes = input.readUInt16LE(24)
    const formats = input[29] ?? 0
    root = input.readUInt32LE(40 + padded(vendorBytes) + formats * 8)
    input = input.subarray(length)
    socket.emit('ready-for-requests')
  }

  function takePacket(): boolean {
    if (input.length < PACKET_BYTES) return false
    const isReply = input[0] === 1
    const length = PACKET_BYTES + (isReply ? input.readUInt32LE(4) * 4 : 0)
    if (input.length < length) return false
    const packet = input.subarray(0, length)
    input = input.subarray(length)
    const isError = packet[0] === 0
    if (!isReply && !isError) {
      for (const listener of listeners) listener(packet)
      return true
    }
    const answer = waiting.get(packet.readUInt16LE(2))
    waiting.delete(packet.readUInt16LE(2))
    const answered = isReply ? Buffer.from(packet) : new Error(`X error ${packet[1]} of request ${packet[10]}`)
    if (answer) answer(answered)
    else if (isError) socket.destroy(answered as Error)
    return true
  }

  function send(opcode: number, data: number, body: Buffer): void {
    const request = Buffer.alloc(4 + padded(body.length))
    request.writeUInt8(opcode, 0)
    request.writeUInt8(data, 1)
    request.writeUInt16LE(request.length / 4, 2)
    body.copy(request, 4)
    sequence = (sequence + 1) & 0xffff
    socket.write(request)
  }

  async function ask(opcode: number, data: number, body: Buffer): Promise<Buffer> {
    send(opcode, data, body)
    const number = sequence
    return await new Promise((resolve, reject) => {
      waiting.set(number, (reply) => (reply instanceof Error ? reject(reply) : resolve(reply)))
    })
  }

  const hello = Buffer.alloc(12)
  hello.write('l', 0)
  hello.writeUInt16LE(11, 2)
  socket.write(hello)
  await once(socket, 'ready-for-requests')
  assert(root !== undefined, 'the X server named its root window')
  return {
    root,
    send,
    ask,
    onEvent: (listener) => void listeners.push(listener),
    async extension(name) {
      const body = Buffer.alloc(4 + name.length)
      body.writeUInt16LE(name.length, 0)
      body.write(name, 4)
      const reply = await ask(QUERY_EXTENSION, 0, body)
      assert(reply[8] === 1, `the X server has ${name}`)
      return reply.readUInt8(9)
    },
    close: () => socket.destroy()
  }
}
