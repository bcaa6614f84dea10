import { readFileSync } from 'node:fs'
import { expect, test } from 'playwright/test'
import { launchStation } from './launch.ts'

test('a station with a printer on USB has libusb in its process, and quits with it', async () => {
  test.skip(process.platform !== 'linux', 'Linux alone tells which libraries a process has')
  const media = { widthMm: 51, heightMm: 25 }
  const station = await launchStation({
    config: {
      station: { id: 'DOCK-1', site: 'BER', location: 'DOCK' },
      printers: [{ id: 'usb', transport: { type: 'usb', serial: 'NOT-THERE' }, dpi: 203, media }]
    }
  })
  const program = station.app.process()
  const libraries = (): string => readFileSync(`/proc/${program.pid}/maps`, 'utf8')
  await expect.poll(libraries).toContain('usb/prebuilds/linux-')
  await station.close()
  expect(program.exitCode).toBe(0)
  expect(station.output()).not.toMatch(/libusb|Uncaught|Error:/)
})
