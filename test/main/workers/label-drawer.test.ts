import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLabelDrawer } from '../../../src/main/workers/label-drawer.ts'
import { createTestDrawer } from '../../labels/test-drawer.ts'

const bytes = (zpl: string): Uint8Array => Buffer.from(zpl)
const media = { widthMm: 51, heightMm: 25, dpi: 203 } as const

describe('the label drawer', () => {
  it.each([
    { widthMm: 51, heightMm: 25, dpi: 203, width: 408, height: 200 },
    { widthMm: 50.8, heightMm: 25.4, dpi: 203, width: 406, height: 203 },
    { widthMm: 50.8, heightMm: 25.4, dpi: 300, width: 609, height: 304 },
    { widthMm: 76.2, heightMm: 50.8, dpi: 600, width: 1828, height: 1219 }
  ] as const)(
    'draws one pixel for each dot: $widthMm × $heightMm mm at $dpi dpi',
    async ({ width, height, ...media }) => {
      const drawer = createTestDrawer()
      const png = PNG.sync.read(Buffer.from(await drawer.draw(bytes('^XA^FO0,0^GB20,10,10^FS^XZ'), media)))
      expect([png.width, png.height]).toEqual([width, height])
      expect(png.data[0]).toBe(0)
      expect(png.data[30 * 4]).toBe(255)
      await drawer.close()
    }
  )

  it('draws what waits in its order and says which label cannot be drawn', async () => {
    const drawer = createTestDrawer()
    const results = await Promise.allSettled([
      drawer.draw(bytes('^XA^FO0,0^GB20,10,10^FS^XZ'), media),
      drawer.draw(bytes('no label'), media),
      drawer.draw(bytes('^XA^FO50,50^BXN,4,200^FH\\^FDA\\1DB^FS^XZ'), media)
    ])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(results[1]).toMatchObject({ reason: { code: 'label-not-drawn' } })
    await drawer.close()
  })

  it('draws nothing more when it is closed', async () => {
    const drawer = createTestDrawer()
    const waiting = drawer.draw(bytes('^XA^FO0,0^GB20,10,10^FS^XZ'), media)
    await drawer.close()
    await expect(waiting).rejects.toMatchObject({ code: 'label-not-drawn' })
    await expect(drawer.draw(bytes('^XA^FDA^FS^XZ'), media)).rejects.toMatchObject({ code: 'label-not-drawn' })
  })

  describe('with a thread that fails', () => {
    let folder: string
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'dockside-drawer-'))
    })
    afterEach(() => rmSync(folder, { recursive: true }))

    it('starts another one for the next label', async () => {
      const drawer = createLabelDrawer({ workerFile: workerThatDoes(`process.exit(1)`) })
      await expect(drawer.draw(bytes('^XA^XZ'), media)).rejects.toThrow('the drawing thread ended')
      await expect(drawer.draw(bytes('^XA^XZ'), media)).rejects.toThrow('the drawing thread ended')
      await drawer.close()
    })

    it('says what it died of', async () => {
      const drawer = createLabelDrawer({ workerFile: workerThatDoes(`throw new Error('out of ink')`) })
      await expect(drawer.draw(bytes('^XA^XZ'), media)).rejects.toThrow('out of ink')
      await drawer.close()
    })

    it('gives up one that does not answer', async () => {
      const drawer = createLabelDrawer({ workerFile: workerThatDoes(`for (;;);`), timeoutMs: 200 })
      await expect(drawer.draw(bytes('^XA^XZ'), media)).rejects.toThrow('more than 200 ms')
      await drawer.close()
    })

    it('gives up one whose file is not there', async () => {
      const drawer = createLabelDrawer({ workerFile: join(folder, 'none.cjs') })
      await expect(drawer.draw(bytes('^XA^XZ'), media)).rejects.toMatchObject({ code: 'label-not-drawn' })
      await drawer.close()
    })

    function workerThatDoes(onMessage: string): string {
      const file = join(folder, 'worker.cjs')
      writeFileSync(file, `require('node:worker_threads').parentPort.on('message', () => { ${onMessage} })`)
      return file
    }
  })
})
