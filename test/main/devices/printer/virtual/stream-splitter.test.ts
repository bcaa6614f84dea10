import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createStreamSplitter,
  MAX_FORMAT_BYTES
} from '../../../../../src/main/devices/printer/virtual/stream-splitter.ts'

interface Told {
  readonly events: string[]
  readonly partial: () => boolean
  push(text: string): void
}

function listen(): Told {
  const events: string[] = []
  const splitter = createStreamSplitter({
    format: (bytes) => events.push(`format ${Buffer.from(bytes).toString('latin1')}`),
    immediate: (name, parameters) => {
      events.push(`~${name}${parameters}${splitter.partial() ? ' in a format' : ''}`)
      if (name === 'JX') splitter.dropPartial()
    },
    setGetDo: (line) => events.push(line)
  })
  return { events, partial: () => splitter.partial(), push: (text) => splitter.push(Buffer.from(text, 'latin1')) }
}

function split(text: string): readonly string[] {
  const told = listen()
  told.push(text)
  return told.events
}

describe('stream splitter', () => {
  it('hands on each format from ^XA to ^XZ and nothing of what stands between', () => {
    expect(split('noise^XA^FDa^FS^XZ ^FDlost^FS\r\n^xa^FDb^FS^xz')).toEqual([
      'format ^XA^FDa^FS^XZ',
      'format ^xa^FDb^FS^xz'
    ])
  })

  it('takes STX and ETX for ^XA and ^XZ', () => {
    expect(split('\x02^FDa^FS\x03^XA^FDb^FS\x03')).toEqual(['format \x02^FDa^FS\x03', 'format ^XA^FDb^FS\x03'])
  })

  it('acts on an immediate command at once, without waiting for what follows it', () => {
    const told = listen()
    told.push('~H')
    expect(told.events).toEqual([])
    told.push('S')
    expect(told.events).toEqual(['~HS'])
  })

  it('acts on an immediate command inside a format and inside field data, and keeps it off the label', () => {
    expect(split('^XA^FDab~hscd^FS~HI^XZ')).toEqual(['~HS in a format', '~HI in a format', 'format ^XA^FDabcd^FS^XZ'])
  })

  it('tells which status is asked for by ~HQ', () => {
    expect(split('~HQES~HQSN')).toEqual(['~HQES', '~HQSN'])
  })

  it('leaves the parameters of a download out of the label that follows', () => {
    expect(split('~DGR:A.GRF,8,1,FF00\r\n^XA^FDa^FS^XZ')).toEqual(['~DG', 'format ^XA^FDa^FS^XZ'])
    expect(split('^XA~TA-10^FDa^FS^XZ')).toEqual(['~TA in a format', 'format ^XA^FDa^FS^XZ'])
  })

  it('takes a Set-Get-Do line on a fresh line outside a format, and nowhere else', () => {
    const line = '! U1 getvar "device.unique_id"'
    expect(split(`${line}\r\n`)).toEqual([line])
    expect(split(`^XA^FDa^FS^XZ\r\n${line}\n`)).toEqual(['format ^XA^FDa^FS^XZ', line])
    expect(split(`~HS${line}\r\n`)).toEqual(['~HS'])
    expect(split(`^XA\r\n${line}\r\n^XZ`)).toEqual([`format ^XA\r\n${line}\r\n^XZ`])
  })

  it('keeps to changed prefixes until they are changed back', () => {
    expect(split('^XA^CC/^XZ^XZ/XZ/XA/FDa/XZ/XA/CC^^XZ^XA^XZ')).toEqual([
      'format ^XA^CC/^XZ^XZ/XZ',
      'format /XA/FDa/XZ',
      'format /XA/CC^^XZ',
      'format ^XA^XZ'
    ])
    expect(split('~CT+~HS+HS+CT~~HI')).toEqual(['~CT+', '~HS', '~CT~', '~HI'])
  })

  it('says that a format is half received, and forgets it on ~JX', () => {
    const told = listen()
    told.push('^XA^FDhalf')
    expect(told.partial()).toBe(true)
    told.push('~JX and the rest^FS^XZ^XA^FDwhole^FS^XZ')
    expect(told.partial()).toBe(false)
    expect(told.events).toEqual(['~JX in a format', 'format ^XA^FDwhole^FS^XZ'])
  })

  it('runs a half format into the one that comes next, which is the worse of what printers may do', () => {
    expect(split('^XA^FDha^XA^FDwhole^FS^XZ')).toEqual(['format ^XA^FDha^XA^FDwhole^FS^XZ'])
  })

  it('does not let a format without an end fill the memory', () => {
    const told = listen()
    told.push('^XA')
    told.push('x'.repeat(MAX_FORMAT_BYTES))
    expect(told.partial()).toBe(false)
  })

  it('finds the same however the bytes are cut', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '^XA',
        '^XZ',
        '^FDab^FS',
        '~HS',
        '~JX',
        '~HQES',
        '~',
        '^',
        '\r\n',
        '\x02',
        '\x03',
        '^CC+',
        '~CT#'
      ),
      fc.constantFrom('! U1 getvar "odometer.total_label_count"\r\n', '~DGR:A,1,1,FF', '!', ' '),
      fc.string({ maxLength: 6 })
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
        fc.array(fc.nat(400), { maxLength: 20 }),
        (text, cuts) => {
          const told = listen()
          const places = [0, ...cuts.filter((cut) => cut < text.length).sort((a, b) => a - b), text.length]
          places.slice(1).forEach((place, index) => told.push(text.slice(places[index], place)))
          expect(told.events).toEqual(split(text))
        }
      ),
      { numRuns: Number(process.env['DOCKSIDE_PROPERTY_RUNS'] ?? 500) }
    )
  })

  it('finds the same byte by byte', () => {
    const text = 'x^XA^FDa~HSb^FS^XZ\r\n! U1 getvar "a"\r\n~HQES^XA^FD'
    const told = listen()
    for (const character of text) told.push(character)
    expect(told.events).toEqual(split(text))
    expect(told.partial()).toBe(true)
  })
})
