import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { HidBackend, HidDevice } from '../../src/main/devices/hid/port.ts'

/** A device that the suite may open, and what can be done to it from outside. */
export interface HidSubject {
  readonly backend: HidBackend
  readonly path: string
  send(report: Uint8Array): Promise<void> | void
  pull(): Promise<void> | void
  close(): Promise<void> | void
}

const PATIENCE = { timeout: 30_000 }

/** What whoever implements the HID port owes. */
export function describeHidContract(name: string, createSubject: () => Promise<HidSubject>): void {
  const reportOf = (text: string) => {
    const report = new Uint8Array(64)
    report.set([2, text.length, ...Buffer.from(`]C0${text}`)])
    return report
  }
  const textsOf = (reports: readonly Uint8Array[]) =>
    reports.map((report) => Buffer.from(report.subarray(5, 5 + (report[1] ?? 0))).toString('latin1'))

  describe(`HID port on ${name}`, () => {
    let subject: HidSubject
    const opened: HidDevice[] = []

    beforeEach(async () => {
      subject = await createSubject()
    })
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((device) => device.close()))
      await subject.close()
    })

    async function openDevice(): Promise<HidDevice> {
      const device = await subject.backend.open(subject.path)
      opened.push(device)
      return device
    }

    it('lists the device with its path, and opens it by that path', async () => {
      const { backend, path } = subject
      const info = (await backend.list()).find((listed) => listed.path === path)
      expect(info).toBeDefined()
      const device = await openDevice()
      expect(device.info).toEqual(info)
      await device.close()
    })

    it('says that a path is gone where nothing is', async () => {
      await expect(subject.backend.open('/dev/hidraw-nothing')).rejects.toMatchObject({ problem: 'gone' })
    })

    it('can be opened again after it was closed, and closed twice', async () => {
      for (let round = 0; round < 3; round += 1) {
        const device = await openDevice()
        device.onReport(() => {})
        await device.close()
        await device.close()
      }
    })

    it('does not call closing a loss', async () => {
      const device = await openDevice()
      const lost = vi.fn()
      device.onLost(lost)
      device.onReport(() => {})
      await device.close()
      await new Promise((resolve) => setImmediate(resolve))
      expect(lost).not.toHaveBeenCalled()
    })

    it('gives reports whole and in order, with those that came before anybody listened', async () => {
      const device = await openDevice()
      const reports: Uint8Array[] = []
      await subject.send(reportOf('first'))
      await new Promise((resolve) => setImmediate(resolve))
      device.onReport((report) => reports.push(report))
      await vi.waitFor(() => expect(textsOf(reports)).toEqual(['first']), PATIENCE)
      for (let number = 0; number < 20; number += 1) await subject.send(reportOf(`scan ${number}`))
      await vi.waitFor(() => expect(reports).toHaveLength(21), PATIENCE)
      expect(textsOf(reports)).toEqual(['first', ...Array.from({ length: 20 }, (_, number) => `scan ${number}`)])
      expect(reports[0]).toEqual(reportOf('first'))
      await device.close()
    })

    it('gives no report once it is closed', async () => {
      const [closed, open] = [await openDevice(), await openDevice()]
      const late = vi.fn()
      const heard: Uint8Array[] = []
      closed.onReport(late)
      open.onReport((report) => heard.push(report))
      await closed.close()
      await subject.send(reportOf('late'))
      await vi.waitFor(() => expect(heard).toHaveLength(1), PATIENCE)
      expect(late).not.toHaveBeenCalled()
      await open.close()
    })

    it('tells once that the device was pulled, also whoever listens late, and is gone then', async () => {
      const device = await openDevice()
      const lost = vi.fn()
      device.onLost(lost)
      device.onReport(() => {})
      await subject.pull()
      await vi.waitFor(() => expect(lost).toHaveBeenCalledTimes(1), PATIENCE)
      const late = vi.fn()
      device.onLost(late)
      expect(late).toHaveBeenCalledTimes(1)
      await device.close()
      expect(lost).toHaveBeenCalledTimes(1)
      await expect(openDevice()).rejects.toMatchObject({ problem: 'gone' })
    })
  })
}
