import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SerialBackend, SerialDevice } from '../../src/main/devices/serial/port.ts'

/** A port that the suite may open, and what can be done at its other end. */
export interface SerialSubject {
  readonly backend: SerialBackend
  readonly path: string
  send(bytes: Uint8Array): Promise<void> | void
  pull(): Promise<void> | void
  /** Plugs it in again; absent where that gives a port of another name. */
  readonly plug?: () => Promise<void> | void
  close(): Promise<void> | void
}

const PATIENCE = { timeout: 30_000 }

const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))

/** What whoever implements the serial port owes. */
export function describeSerialContract(name: string, createSubject: () => Promise<SerialSubject>): void {
  describe(`serial port on ${name}`, () => {
    let subject: SerialSubject
    const open: SerialDevice[] = []

    beforeEach(async () => {
      subject = await createSubject()
    })
    afterEach(async () => {
      await Promise.all(open.splice(0).map((device) => device.close()))
      await subject.close()
    })

    async function openPort(): Promise<SerialDevice> {
      const info = (await subject.backend.list([subject.path])).find(({ path }) => path === subject.path)
      if (!info) throw new Error(`${subject.path} is not listed`)
      const device = await subject.backend.open(info, 9600)
      open.push(device)
      return device
    }

    function hear(device: SerialDevice): { text(): string } {
      const chunks: Uint8Array[] = []
      device.onBytes((bytes) => chunks.push(bytes))
      return { text: () => Buffer.concat(chunks).toString('latin1') }
    }

    it('lists the port that is named, and none by a name that nothing has', async () => {
      const listed = await subject.backend.list([subject.path, '/dev/tty-nothing'])
      expect(listed.filter(({ path }) => path === subject.path)).toHaveLength(1)
      expect(listed.filter(({ path }) => path === '/dev/tty-nothing')).toEqual([])
    })

    it('says that a path is gone where nothing is', async () => {
      const opening = subject.backend.open({ path: '/dev/tty-nothing', usb: null }, 9600)
      await expect(opening).rejects.toMatchObject({ problem: 'gone' })
    })

    it('gives every byte as it is and in order, with those that came before anybody listened', async () => {
      const device = await openPort()
      const all = Uint8Array.from({ length: 256 }, (_, byte) => byte)
      await subject.send(latin1('first'))
      const heard = hear(device)
      await vi.waitFor(() => expect(heard.text()).toBe('first'), PATIENCE)
      await subject.send(all)
      await vi.waitFor(() => expect(heard.text()).toBe(`first${Buffer.from(all).toString('latin1')}`), PATIENCE)
    })

    it('sends nothing back of what it gets', async () => {
      const device = await openPort()
      const heard = hear(device)
      await subject.send(latin1('SN-1\r\n'))
      await vi.waitFor(() => expect(heard.text()).toBe('SN-1\r\n'), PATIENCE)
    })

    it('can be opened again after it was closed, and closed twice', async () => {
      for (let round = 1; round <= 3; round += 1) {
        const device = await openPort()
        const heard = hear(device)
        await subject.send(latin1(`round ${round}`))
        await vi.waitFor(() => expect(heard.text()).toBe(`round ${round}`), PATIENCE)
        await device.close()
        await device.close()
      }
    })

    it('gives nothing once it is closed, and does not call closing a loss', async () => {
      const device = await openPort()
      const heard = hear(device)
      const lost = vi.fn()
      device.onLost(lost)
      await device.close()
      const again = hear(await openPort())
      await subject.send(latin1('late'))
      await vi.waitFor(() => expect(again.text()).toBe('late'), PATIENCE)
      expect(heard.text()).toBe('')
      expect(lost).not.toHaveBeenCalled()
    })

    it('tells once that the port went away, also whoever listens late, and is gone then', async () => {
      const device = await openPort()
      const lost = vi.fn()
      device.onLost(lost)
      hear(device)
      await subject.pull()
      await vi.waitFor(async () => {
        await subject.backend.list([subject.path])
        expect(lost).toHaveBeenCalledTimes(1)
      }, PATIENCE)
      const late = vi.fn()
      device.onLost(late)
      expect(late).toHaveBeenCalledTimes(1)
      await device.close()
      expect(lost).toHaveBeenCalledTimes(1)
      await expect(subject.backend.open(device.info, 9600)).rejects.toMatchObject({ problem: 'gone' })
    })

    it('is opened again by its name after it was pulled and plugged in', async ({ skip }) => {
      if (!subject.plug) return skip()
      const device = await openPort()
      hear(device)
      await subject.pull()
      await device.close()
      await subject.plug()
      const heard = hear(await openPort())
      await subject.send(latin1('again'))
      await vi.waitFor(() => expect(heard.text()).toBe('again'), PATIENCE)
    })
  })
}
