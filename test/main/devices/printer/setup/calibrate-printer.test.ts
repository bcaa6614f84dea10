import { expect, it } from 'vitest'
import { calibratePrinter } from '../../../../../src/main/devices/printer/setup/printer-facts.ts'
import type { PrinterTransport } from '../../../../../src/main/devices/printer/transport.ts'
import { openVirtualPrinter } from '../../../../../src/main/devices/printer/virtual/virtual-printer.ts'
import { createVirtualTransport } from '../../../../../src/main/devices/printer/virtual/virtual-transport.ts'
import { createFakeTime } from '../../../../fakes/fake-time.ts'

it('is given up after half a minute, though the printer says nothing at all', async () => {
  const time = createFakeTime()
  const printer = openVirtualPrinter({ media: { widthMm: 51, heightMm: 25, dpi: 203 }, timers: time, clock: time })
  const transport = createVirtualTransport(printer)
  const fallingSilent: PrinterTransport = {
    ...transport,
    connect: async (signal) => {
      const connection = await transport.connect(signal)
      return {
        ...connection,
        write: (bytes) => {
          if (Buffer.from(bytes).includes('~JC')) printer.obey({ kind: 'answers', how: 'never' })
          return connection.write(bytes)
        }
      }
    }
  }
  const beganMs = time.now()
  const failures: unknown[] = []
  const calibrating = calibratePrinter(fallingSilent, { timers: time, answerTimeoutMs: 2_000 }).catch(
    (error: unknown) => failures.push(error)
  )
  while (failures.length === 0) {
    await new Promise((resolve) => setImmediate(resolve))
    time.advance(100)
  }
  await calibrating
  expect(failures).toMatchObject([{ code: 'printer-silent', message: expect.stringContaining('within 30 s') }])
  expect(time.now() - beganMs).toBeLessThan(35_000)
  await printer.close()
})
