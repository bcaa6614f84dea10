import { describe, expect, it, vi } from 'vitest'
import type { HidBackend } from '../../src/main/devices/hid/port.ts'

/** A device that the suite may open, and what can be done to it from outside; what is left out is not tested. */
export interface HidSubject {
  readonly backend: HidBackend
  readonly path: string
  readonly send?: ((report: Uint8Array) => Promise<void> | void) | undefined
  readonly pull?: (() => Promise<void> | void) | undefined
}

/** What whoever implements the HID port owes. */
export function describeHidContract(name: string, createSubject: () => HidSubject): void {
  const { send: canSend, pull: canPull } = createSubject()
  const reportOf = (text: string) => {
    const report = new Uint8Array(62)
    report.set([2, text.length, ...Buffer.from(`]C0${text}`)])
    return report
  }
  const textsOf = (reports: readonly Uint8Array[]) =>
    reports.map((report) => Buffer.from(report.subarray(5, 5 + (report[1] ?? 0))).toString('latin1'))

  describe(`HID port on ${name}`, () => {
    it('lists the device with its path, and opens it by that path', async () => {
      const { backend, path } = createSubject()
      const info = (await backend.list()).find((listed) => listed.path === path)
      expect(info).toBeDefined()
      const device = await backend.open(path)
      expect(device.info).toEqual(info)
      await device.close()
    })

    it('says that a path is gone where nothing is', async () => {
      const { backend } = createSubject()
      await expect(backend.open('/dev/hidraw-nothing')).rejects.toMatchObject({ problem: 'gone' })
    })

    it('can be opened again after it was closed, and closed twice', async () => {
      const { backend, path } = createSubject()
      for (let round = 0; round < 3; round += 1) {
        const device = await backend.open(path)
        device.onReport(() => {})
        await device.close()
        await device.close()
      }
    })

    it('does not call closing a loss', async () => {
      const { backend, path } = createSubject()
      const device = await backend.open(path)
      const lost = vi.fn()
      device.onLost(lost)
      device.onReport(() => {})
      await device.close()
      await new Promise((resolve) => setImmediate(resolve))
      expect(lost).not.toHaveBeenCalled()
    })

    it.runIf(canSend)('gives reports whole and in order, with those that came before anybody listened', async () => {
      const { backend, path, send } = createSubject()
      const device = await backend.open(path)
      const reports: Uint8Array[] = []
      await send?.(reportOf('first'))
      await new Promise((resolve) => setImmediate(resolve))
      device.onReport((report) => reports.push(report))
      await vi.waitFor(() => expect(textsOf(reports)).toEqual(['first']), 5000)
      for (let number = 0; number < 20; number += 1) await send?.(reportOf(`scan ${number}`))
      await vi.waitFor(() => expect(reports).toHaveLength(21), 5000)
      expect(textsOf(reports)).toEqual(['first', ...Array.from({ length: 20 }, (_, number) => `scan ${number}`)])
      expect(reports[0]).toEqual(reportOf('first'))
      await device.close()
    })

    it.runIf(canSend)('gives no report once it is closed', async () => {
      const { backend, path, send } = createSubject()
      const [closed, open] = [await backend.open(path), await backend.open(path)]
      const late = vi.fn()
      const heard: Uint8Array[] = []
      closed.onReport(late)
      open.onReport((report) => heard.push(report))
      await closed.close()
      await send?.(reportOf('late'))
      await vi.waitFor(() => expect(heard).toHaveLength(1), 5000)
      expect(late).not.toHaveBeenCalled()
      await open.close()
    })

    it.runIf(canPull)(
      'tells once that the device was pulled, also whoever listens late, and is gone then',
      async () => {
        const { backend, path, pull } = createSubject()
        const device = await backend.open(path)
        const lost = vi.fn()
        device.onLost(lost)
        device.onReport(() => {})
        await pull?.()
        await vi.waitFor(() => expect(lost).toHaveBeenCalledTimes(1), 5000)
        const late = vi.fn()
        device.onLost(late)
        expect(late).toHaveBeenCalledTimes(1)
        await device.close()
        expect(lost).toHaveBeenCalledTimes(1)
        await expect(backend.open(path)).rejects.toMatchObject({ problem: 'gone' })
      }
    )
  })
}
