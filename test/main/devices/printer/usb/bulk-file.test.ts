import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createBulkFile } from '../../../../../src/main/devices/printer/usb/bulk-file.ts'
import type { UsbFile } from '../../../../../src/main/devices/printer/usb/usb-bus.ts'
import {
  openVirtualPrinter,
  type VirtualPrinter
} from '../../../../../src/main/devices/printer/virtual/virtual-printer.ts'
import { createFakeBulkPipes, type FakeBulkPipes } from '../../../../fakes/fake-bulk-pipes.ts'

describe('a printer that the station has for itself', () => {
  let machine: VirtualPrinter
  let pipes: FakeBulkPipes
  let file: UsbFile

  beforeEach(() => {
    machine = openVirtualPrinter({ media: { widthMm: 51, heightMm: 25, dpi: 203 } })
    pipes = createFakeBulkPipes(machine)
    file = createBulkFile(pipes)
  })
  afterEach(() => machine.close())

  const drained = (): Promise<number | undefined> => file.write(new Uint8Array())

  async function heard(): Promise<string> {
    let text = ''
    const buffer = new Uint8Array(7)
    await expect
      .poll(async () => {
        const length = (await file.read(buffer)) ?? 0
        text += Buffer.from(buffer.subarray(0, length)).toString('latin1')
        return text
      })
      .toMatch(/\x03\r\n$/)
    return text
  }

  it('takes a piece at a time, and says when the printer has taken all', async () => {
    const label = Buffer.from(`^XA^FD${'x'.repeat(40_000)}^FS^XZ`)
    for (let from = 0; from < label.length;) from += (await file.write(label.subarray(from))) ?? 0
    await expect.poll(drained).toBe(0)
    expect(machine.totalLabelCount()).toBe(1)
  })

  it('gives an answer that is longer than who reads it asks for', async () => {
    await file.write(Buffer.from('~HI'))
    expect(await heard()).toMatch(/^\x02VIRTUAL/)
  })

  it('clears a stall and sends what was not taken before it', async () => {
    const label = Buffer.from('^XA^FDstalled^FS^XZ')
    pipes.endNext('out', { kind: 'stalled', bytes: 0 })
    await file.write(label)
    await expect.poll(drained).toBe(0)
    expect(pipes.cleared()).toEqual(['out'])
    expect(machine.totalLabelCount()).toBe(1)
  })

  it('clears a stall of its answers', async () => {
    pipes.endNext('in', { kind: 'stalled', bytes: 0 })
    await file.read(new Uint8Array(1))
    await file.write(Buffer.from('~HI'))
    expect(await heard()).toMatch(/^\x02VIRTUAL/)
    expect(pipes.cleared()).toEqual(['in'])
  })

  it('breaks off when the printer stalls again at once', async () => {
    for (let stall = 0; stall < 2; stall += 1) pipes.endNext('out', { kind: 'stalled', bytes: 0 })
    await file.write(Buffer.from('^XA^XZ'))
    await expect(expectFailure(drained)).resolves.toBe('EIO')
    expect(pipes.cleared()).toEqual(['out'])
  })

  it.each([
    ['gone', 'ENODEV'],
    ['failed', 'EIO']
  ] as const)('fails as the system’s files do when a transfer is %s', async (kind, code) => {
    pipes.endNext('in', { kind, bytes: 0 })
    await expect(expectFailure(() => file.read(new Uint8Array(1)))).resolves.toBe(code)
  })

  it('asks a printer that answers with nothing once for each time that it is read', async () => {
    for (let answer = 0; answer < 3; answer += 1) {
      pipes.endNext('in', { kind: 'done', bytes: 0 })
      expect(await file.read(new Uint8Array(1))).toBeUndefined()
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(pipes.receives()).toBe(3)
  })

  it('gives up what waits when it is closed, and lets go of the printer', async () => {
    pipes.takeNothing()
    await file.write(Buffer.from('^XA^XZ'))
    expect(await drained()).toBeUndefined()
    await file.read(new Uint8Array(1))
    await file.close()
    expect(pipes.released()).toBe(true)
    expect(await drained()).toBeUndefined()
  })

  async function expectFailure(use: () => Promise<unknown>): Promise<unknown> {
    let code: unknown
    await expect
      .poll(async () => {
        code = await use().then(
          () => undefined,
          (error: { readonly code: string }) => error.code
        )
        return code
      })
      .toBeDefined()
    return code
  }
})
