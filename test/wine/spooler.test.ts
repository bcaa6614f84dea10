import { afterAll, describe, expect, it } from 'vitest'
import { findWine } from '../../scripts/wine/provide.ts'
import { createQueueTransport } from '../../src/main/devices/printer/queue/queue-transport.ts'
import { listenVirtualPrinter } from '../../src/main/devices/printer/virtual/listen.ts'
import { describePrinterTransport } from '../contracts/printer-transport.ts'
import { startCups } from '../helpers/cups.ts'
import { startWineSpooler } from './wine-spooler.ts'

const MEDIA = { widthMm: 51, heightMm: 25, dpi: 203 } as const
const files = findWine()
const started = await startCups()
if (!files || !started.ok) throw new Error('Wine and CUPS were not provided (npm test -- wine does so)')
const cups = started
for (const queue of ['zebra', 'dock']) await cups.addQueue(queue, 'socket://127.0.0.1:9')
const spooler = await startWineSpooler(files, cups.socket)

afterAll(async () => {
  spooler.close()
  await cups.close()
})

async function openRig(queue: string) {
  const listening = await listenVirtualPrinter({ host: '127.0.0.1', port: 0, media: MEDIA })
  const setThere = async (there: boolean): Promise<void> => {
    if (there) {
      await cups.addQueue(queue, `socket://127.0.0.1:${listening.port}`)
      spooler.restoreQueue(queue)
    } else {
      await cups.removeQueue(queue)
      spooler.removeQueue(queue)
    }
  }
  await setThere(true)
  return {
    printer: listening.printer,
    setThere,
    close: async () => {
      await setThere(false)
      await listening.close()
    }
  }
}

describePrinterTransport(
  'queue, by winspool.drv of Wine to CUPS to the virtual printer on a socket',
  async () => {
    const rig = await openRig('zebra')
    return {
      ...rig,
      transport: createQueueTransport('zebra', spooler, { watchMs: 20 }),
      breakOff: () => rig.setThere(false)
    }
  },
  { answers: false }
)

describe('winspool.drv of Wine', () => {
  it('lists queues, and says of each how it stands', async () => {
    const rig = await openRig('dock')
    try {
      expect(await spooler.queues()).toContain('dock')
      // This Windows remembers what the last run has told it.
      spooler.setAttributes('dock', 0)
      expect(await spooler.lookAtQueue('dock')).toEqual({ kind: 'ready' })
      spooler.setAttributes('dock', 0x400)
      expect(await spooler.lookAtQueue('dock')).toMatchObject({ trouble: 'stopped' })
      expect(await spooler.lookAtQueue('nowhere')).toMatchObject({ trouble: 'deleted' })
    } finally {
      await rig.close()
    }
  })

  it('hands a job on whole, byte by byte, and forgets it', async () => {
    const rig = await openRig('dock')
    try {
      const name = 'Ä\xff\x00'
      const job = await spooler.submit('dock', 'label', Buffer.from(`^XA^FD${name}^FS^XZ`, 'latin1'))
      await expect.poll(() => rig.printer.totalLabelCount()).toBe(1)
      expect(await spooler.lookAtJob('dock', job)).toBe('handed-on')
      await expect(spooler.submit('nowhere', 'label', new Uint8Array(1))).rejects.toMatchObject({
        message: expect.stringContaining('no print queue nowhere'),
        details: { handedOver: false }
      })
    } finally {
      await rig.close()
    }
  })
})
