import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StationError } from '../../../../../src/core/errors.ts'
import type { Media } from '../../../../../src/labels/media.ts'
import {
  openVirtualPrinter,
  type VirtualPrinter
} from '../../../../../src/main/devices/printer/virtual/virtual-printer.ts'
import { createFakeTime } from '../../../../fakes/fake-time.ts'

const MEDIA: Media = { widthMm: 51, heightMm: 25, dpi: 203 }
const LABEL = '^XA^FDU0001^FS^XZ'

/** A client that keeps what it hears. */
function enter(printer: VirtualPrinter): {
  send(text: string): Promise<void> | undefined
  heard(): string
  leave(): void
} {
  let heard = ''
  const line = printer.attach((bytes) => (heard += Buffer.from(bytes).toString('latin1')))
  return {
    send: (text) => line.send(Buffer.from(text, 'latin1')),
    heard: () => {
      const all = heard
      heard = ''
      return all
    },
    leave: () => line.detach()
  }
}

describe('virtual printer', () => {
  it('answers ~HS with its three strings', () => {
    const client = enter(openVirtualPrinter({ media: MEDIA }))
    void client.send('~HS')
    expect(client.heard()).toBe(
      '\x02030,0,0,0200,000,0,0,0,000,0,0,0\x03\r\n\x02000,0,0,0,0,2,6,0,00000000,1,000\x03\r\n\x021234,0\x03\r\n'
    )
  })

  it('shows each condition where the guide puts it', () => {
    const printer = openVirtualPrinter({ media: MEDIA })
    const client = enter(printer)
    for (const condition of ['paper-out', 'ribbon-out', 'head-open', 'paused'] as const)
      printer.setCondition(condition, true)
    void client.send(`${LABEL}${LABEL}^XA~HS`)
    expect(client.heard()).toBe(
      '\x02030,1,1,0200,002,0,0,1,000,0,0,0\x03\r\n\x02000,0,1,1,0,2,6,0,00000000,1,000\x03\r\n\x021234,0\x03\r\n'
    )
    void client.send('~HQES')
    expect(client.heard()).toMatch(/ERRORS: {9}1 00000000 00010007/)
  })

  it('says who it is', () => {
    const printer = openVirtualPrinter({ media: { ...MEDIA, dpi: 300 } })
    const client = enter(printer)
    void client.send('~HI')
    expect(client.heard()).toBe('\x02VIRTUAL-300dpi,V1.0.0V,12,8192KB,X\x03\r\n')
    void client.send('\r\n! U1 getvar "device.unique_id"\r\n! U1 getvar "no.such"\r\n')
    expect(client.heard()).toBe(`"${printer.identity.uniqueId}""?"`)
  })

  it('steps its odometer by one for each label, before it answers what comes after the label', () => {
    const client = enter(openVirtualPrinter({ media: MEDIA }))
    const ask = '\r\n! U1 getvar "odometer.total_label_count"\r\n'
    void client.send(`${ask}${LABEL}${ask}^XA^PQ3^FDx^FS^XZ${ask}^XA^JUS^XZ${ask}`)
    expect(client.heard()).toBe('"0""1""4""4"')
  })

  it('keeps labels waiting while it is stopped, and drops them on ~JA', () => {
    const printer = openVirtualPrinter({ media: MEDIA })
    const client = enter(printer)
    void client.send(`~PP${LABEL}${LABEL}`)
    expect(printer.totalLabelCount()).toBe(0)
    void client.send('~PS')
    expect(printer.totalLabelCount()).toBe(2)
    void client.send(`~PP${LABEL}~JA~PS`)
    expect(printer.totalLabelCount()).toBe(2)
  })

  it('takes as long as its speed says', () => {
    const time = createFakeTime()
    const printer = openVirtualPrinter({ media: MEDIA, speedIps: 6, timers: time })
    const client = enter(printer)
    void client.send(`${LABEL}${LABEL}`)
    time.advance(184)
    expect(printer.totalLabelCount()).toBe(0)
    time.advance(1)
    expect(printer.totalLabelCount()).toBe(1)
    time.advance(185)
    expect(printer.totalLabelCount()).toBe(2)
  })

  it('serves one client at a time, in the order in which they came', () => {
    const printer = openVirtualPrinter({ media: MEDIA })
    const first = enter(printer)
    const second = enter(printer)
    void second.send('~HI')
    expect(second.heard()).toBe('')
    void first.send('~HI')
    expect(first.heard()).toContain('VIRTUAL')
    first.leave()
    expect(second.heard()).toContain('VIRTUAL')
  })

  it('keeps half a format when its sender is gone', () => {
    const printer = openVirtualPrinter({ media: MEDIA })
    const first = enter(printer)
    void first.send('^XA^FDhalf')
    first.leave()
    const second = enter(printer)
    void second.send('~HS~JX~HS')
    expect(
      second
        .heard()
        .match(/^\x02030.*$/gm)
        ?.map((line) => line.split(',')[7])
    ).toEqual(['1', '0'])
  })

  it('takes nothing more when its buffer is full, until there is room', async () => {
    const printer = openVirtualPrinter({ media: MEDIA })
    const client = enter(printer)
    printer.setCondition('paper-out', true)
    const big = `^XA^FD${'x'.repeat(600_000)}^FS^XZ`
    expect(client.send(big)).toBeUndefined()
    const taking = client.send('~HS')
    expect(client.heard()).toBe('')
    printer.setCondition('paper-out', false)
    await taking
    expect(client.heard()).toContain('\x02030,0,0,0200,000,0')
    expect(printer.totalLabelCount()).toBe(1)
  })
})

describe('virtual printer with a folder', () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'virtual-printer-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const labels = (ending: string): readonly string[] =>
    readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .sort()

  it('puts the very bytes of each label into it, and its picture beside them', async () => {
    const drawn: string[] = []
    const printer = openVirtualPrinter({
      media: MEDIA,
      folder,
      draw: (zpl, media) => {
        drawn.push(Buffer.from(zpl).toString('latin1'))
        return Promise.resolve(Buffer.from(`picture of ${media.widthMm} mm`))
      }
    })
    void enter(printer).send(`${LABEL}^XA^FDU0002^FS^XZ`)
    expect(labels('.zpl')).toEqual(['000001-U0001.zpl', '000002-U0002.zpl'])
    await printer.idle()
    expect(labels('.png')).toEqual(['000001-U0001.png', '000002-U0002.png'])
    expect(drawn).toEqual([LABEL, '^XA^FDU0002^FS^XZ'])
    expect(readFileSync(join(folder, '000001-U0001.zpl'), 'latin1')).toBe(LABEL)
    expect(readFileSync(join(folder, '000001-U0001.png'), 'utf8')).toBe('picture of 51 mm')
    await printer.close()
  })

  it('answers while a label is still being drawn', async () => {
    let finish: ((png: Uint8Array) => void) | undefined
    const printer = openVirtualPrinter({
      media: MEDIA,
      folder,
      draw: () => new Promise((resolve) => (finish = resolve))
    })
    const client = enter(printer)
    void client.send(`${LABEL}\r\n! U1 getvar "odometer.total_label_count"\r\n`)
    expect(client.heard()).toBe('"1"')
    await expect.poll(() => finish).toBeDefined()
    const closing = printer.close()
    finish?.(Buffer.from('png'))
    await closing
    expect(labels('.png')).toHaveLength(1)
  })

  it('reports a label that cannot be drawn, keeps its bytes and draws the next one', async () => {
    const problems: StationError[] = []
    const printer = openVirtualPrinter({
      media: MEDIA,
      folder,
      draw: (zpl) =>
        Buffer.from(zpl).includes('U0001') ? Promise.reject(new Error('no ink')) : Promise.resolve(Buffer.from('png')),
      onProblem: (problem) => problems.push(problem)
    })
    void enter(printer).send(`${LABEL}^XA^FDU0002^FS^XZ`)
    await printer.idle()
    expect(problems.map(({ code }) => code)).toEqual(['label-not-drawn'])
    expect(problems[0]?.message).toContain('no ink')
    expect(labels('.zpl')).toHaveLength(2)
    expect(labels('.png')).toEqual(['000002-U0002.png'])
    await printer.close()
  })

  it('keeps its odometer and its name over a restart', async () => {
    const before = openVirtualPrinter({ media: MEDIA, folder })
    void enter(before).send(`${LABEL}^XA^PQ4^FDx^FS^XZ`)
    await before.close()
    const after = openVirtualPrinter({ media: MEDIA, folder })
    expect(after.totalLabelCount()).toBe(5)
    expect(after.identity.uniqueId).toBe(before.identity.uniqueId)
    await after.close()
  })

  it('counts the labels that lie in its folder when it was cut off before it could save its odometer', async () => {
    const before = openVirtualPrinter({ media: MEDIA, folder })
    const saved = readFileSync(join(folder, 'odometer.json'), 'utf8')
    void enter(before).send(LABEL)
    await before.close()
    writeFileSync(join(folder, 'odometer.json'), saved)
    const after = openVirtualPrinter({ media: MEDIA, folder })
    expect(after.totalLabelCount()).toBe(1)
    expect(after.identity.uniqueId).toBe(before.identity.uniqueId)
    await after.close()
  })

  it('is another printer when its odometer cannot be read, and never one that counts backwards', async () => {
    const before = openVirtualPrinter({ media: MEDIA, folder })
    void enter(before).send(LABEL)
    await before.close()
    writeFileSync(join(folder, 'odometer.json'), '{"uniqueId":')
    const after = openVirtualPrinter({ media: MEDIA, folder })
    expect(after.identity.uniqueId).not.toBe(before.identity.uniqueId)
    expect(after.totalLabelCount()).toBe(1)
    await after.close()
  })

  it('draws at the next start what was not drawn when it was closed', async () => {
    const before = openVirtualPrinter({ media: MEDIA, folder })
    void enter(before).send(LABEL)
    await before.close()
    const after = openVirtualPrinter({ media: MEDIA, folder, draw: () => Promise.resolve(Buffer.from('png')) })
    await after.idle()
    expect(labels('.png')).toEqual(['000001-U0001.png'])
    await after.close()
  })

  it('is out of paper when its folder cannot be written to, and prints what waits when it can', async () => {
    const problems: StationError[] = []
    const lost = join(folder, 'inner')
    const printer = openVirtualPrinter({ media: MEDIA, folder: lost, onProblem: (problem) => problems.push(problem) })
    const client = enter(printer)
    rmSync(lost, { recursive: true })
    void client.send(`${LABEL}~HS~HS`)
    expect(client.heard().match(/\x02030,1,0,0200,001,/g)).toHaveLength(2)
    expect(problems.map(({ code }) => code)).toEqual(['data-folder-unusable'])
    openVirtualPrinter({ media: MEDIA, folder: lost })
    void client.send('~HS')
    expect(client.heard()).toContain('\x02030,0,0,0200,000,')
    expect(readdirSync(lost)).toContain('000001-U0001.zpl')
    await printer.close()
  })

  it('says so when its folder cannot be made', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(() => openVirtualPrinter({ media: MEDIA, folder: join(folder, 'file') })).toThrow(
      expect.objectContaining({ code: 'data-folder-unusable' })
    )
  })
})
