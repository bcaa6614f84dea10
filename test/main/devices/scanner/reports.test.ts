import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WITH_AIM, WITH_AIM_SHIFTED, WITHOUT_AIM } from '../../../../src/main/devices/scanner/report-layout.ts'
import { createReportReader } from '../../../../src/main/devices/scanner/reports.ts'
import type { ReportProfile, ReportReading } from '../../../../src/main/devices/scanner/reports.ts'
import { MAX_SCAN_BYTES } from '../../../../src/main/devices/scanner/scanner.ts'
import { reportOfHex, reportsWithAim, reportsWithoutAim } from '../../../fakes/hid-reports.ts'

const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))

function read(profile: Partial<ReportProfile>, reports: readonly Uint8Array[]): readonly ReportReading[] {
  const reader = createReportReader({ layout: WITH_AIM, answers: [], suffix: undefined, ...profile })
  return reports.flatMap((report) => {
    const readings = reader.push(report)
    return readings === 'ignored' ? [] : readings
  })
}

const scan = (aim: string | null, text: string) => ({ kind: 'scan', aim, bytes: latin1(text) })
const hexOf = (text: string) => Buffer.from(text, 'latin1').toString('hex')

describe('reports with an identifier', () => {
  const sixty = 'ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ12345678'

  it('joins 60 bytes that come in two reports', () => {
    const first = reportOfHex(`02 38 5D5130 ${hexOf(sixty.slice(0, 56))} 73 00`, 1)
    const second = reportOfHex(`02 04 5D5130 ${hexOf(sixty.slice(56))} ${'00'.repeat(52)} 73 00`)
    expect(read({}, [first, second])).toEqual([scan(']Q0', sixty)])
    expect(read({ layout: 'detect' }, [first, second])).toEqual([scan(']Q0', sixty)])
  })

  it('joins an answer that comes in six reports and is no scan', () => {
    const text = `${'Product Name: Scanner\r\n'.padEnd(5 * 56, '.')}um: N/A\r\n`
    const reports = Array.from({ length: 6 }, (_, index) => {
      const piece = text.slice(index * 56, (index + 1) * 56)
      const header = Buffer.from([2, piece.length, 93, 88, 48]).toString('hex')
      return reportOfHex(`${header}${hexOf(piece.padEnd(56, '\0'))} 3F 00`, index < 5 ? 1 : 0)
    })
    expect(reports[5]?.[1]).toBe(9)
    expect(read({ suffix: 'none' }, reports)).toEqual([scan(']X0', text)])
    expect(read({ answers: [']X0', ']Z6'] }, reports)).toEqual([{ kind: 'answer', bytes: latin1(text) }])
  })

  it('keeps the separators of a GS1 DataMatrix', () => {
    const report = reportOfHex(
      `02 20 5D 64 32 30 31 30 39 35 30 36 30 30 30 31 33 34 33 35 32 31 30 41 42 43 31 32 33 1D 32 31 53 45 52 2D 39
       ${'00'.repeat(24)} 77 00`
    )
    const wanted = [scan(']d2', '010950600013435210ABC123\x1d21SER-9')]
    expect(read({}, [report])).toEqual(wanted)
    expect(read({ layout: 'detect' }, [report])).toEqual(wanted)
  })

  it('reads the variant that is one byte later', () => {
    const report = reportOfHex(`02 07 00 5D4331 ${hexOf('SN-0001')}`)
    expect(read({ layout: WITH_AIM_SHIFTED }, [report])).toEqual([scan(']C1', 'SN-0001')])
    expect(read({ layout: 'detect' }, [report])).toEqual([scan(']C1', 'SN-0001')])
  })

  it('has no identifier where the scanner left its place empty', () => {
    const report = reportOfHex(`02 04 000000 ${hexOf('SN-1')}`)
    expect(read({}, [report])).toEqual([scan(null, 'SN-1')])
    expect(read({ layout: 'detect' }, [report])).toEqual([scan(null, 'SN-1')])
  })
})

describe('reports without an identifier', () => {
  it('reads data from the third byte', () => {
    const report = reportOfHex(`02 06 ${hexOf('SN-123')}`)
    expect(read({ layout: WITHOUT_AIM }, [report])).toEqual([scan(null, 'SN-123')])
    expect(read({ layout: 'detect' }, [report])).toEqual([scan(null, 'SN-123')])
  })

  it('leaves an identifier that is counted as data in the data', () => {
    const report = reportOfHex(`02 09 ${hexOf(']C1SN-123')}`)
    expect(read({ layout: WITHOUT_AIM }, [report])).toEqual([scan(null, ']C1SN-123')])
    expect(read({ layout: 'detect' }, [report])).toEqual([scan(null, ']C1SN-123')])
  })

  it('joins a code that is longer than a report', () => {
    const text = 'x'.repeat(56) + 'y'.repeat(56) + 'z'
    expect(read({ layout: WITHOUT_AIM }, reportsWithoutAim(latin1(text)))).toEqual([scan(null, text)])
  })
})

describe('reports with nothing but data', () => {
  const full = (text: string) => reportOfHex(`01 3E ${hexOf(text)}`, text.charCodeAt(61))

  it('joins a full report with what follows it', () => {
    const reports = [full('x'.repeat(61) + 'w'), reportOfHex(`01 04 ${hexOf('SN-1')}`)]
    expect(read({ layout: 'detect' }, reports)).toEqual([scan(null, `${'x'.repeat(61)}wSN-1`)])
  })

  it('takes a full report that nothing follows for a whole code', () => {
    const reader = createReportReader({ layout: 'detect', answers: [], suffix: undefined })
    expect(reader.push(full('x'.repeat(62)))).toEqual([])
    expect(reader.isWaiting()).toBe(true)
    expect(reader.abandon()).toEqual(scan(null, 'x'.repeat(62)))
    expect(reader.push(reportOfHex(`01 04 ${hexOf('SN-1')}`))).toEqual([scan(null, 'SN-1')])
  })
})

describe('report reader', () => {
  it('gives back what was scanned, in both layouts and when it has to find out which', () => {
    const text = fc.uint8Array({ min: 1, minLength: 1, maxLength: 300 })
    fc.assert(
      fc.property(text, fc.constantFrom(']C0', ']d2', ']Q1'), (data, aim) => {
        const withAim = [{ kind: 'scan', aim, bytes: data }]
        expect(read({ suffix: 'none' }, reportsWithAim(aim, data))).toEqual(withAim)
        expect(read({ suffix: 'none', layout: 'detect' }, reportsWithAim(aim, data))).toEqual(withAim)
        const without = [{ kind: 'scan', aim: null, bytes: data }]
        expect(read({ suffix: 'none', layout: WITHOUT_AIM }, reportsWithoutAim(data))).toEqual(without)
      })
    )
  })

  it('ignores other reports of the device, also within a code', () => {
    const [first, second] = reportsWithAim(']C0', latin1('x'.repeat(60)))
    const other = reportOfHex('05 04 11223344')
    expect(
      read(
        {},
        [other, first, other, second, other].flatMap((report) => report ?? [])
      )
    ).toEqual([scan(']C0', 'x'.repeat(60))])
  })

  it('takes no more data than a report has room for, whatever its length says', () => {
    const report = reportOfHex(`02 FF 5D4330 ${'41'.repeat(56)} 73 00`)
    expect(read({}, [report])).toEqual([scan(']C0', 'A'.repeat(56))])
  })

  it('takes reports of other lengths, whose last byte is the flag as well', () => {
    const [first, second] = reportsWithAim(']C0', latin1('x'.repeat(60))).map((report) =>
      Uint8Array.from([...report.subarray(0, 61), report[63] ?? 0])
    )
    expect(
      read(
        { layout: 'detect' },
        [first, second].flatMap((report) => report ?? [])
      )
    ).toEqual([scan(']C0', 'x'.repeat(60))])
  })

  it('bears any bytes', () => {
    const reader = createReportReader({ layout: 'detect', answers: [], suffix: undefined })
    fc.assert(fc.property(fc.uint8Array({ maxLength: 70 }), (report) => void reader.push(report)))
  })

  it('tells a code that never ended, once', () => {
    const reader = createReportReader({ layout: WITH_AIM, answers: [], suffix: undefined })
    const [first] = reportsWithAim(']C0', latin1('x'.repeat(60)))
    reader.push(first ?? new Uint8Array())
    expect(reader.isWaiting()).toBe(true)
    expect(reader.abandon()).toEqual({ kind: 'incomplete', bytes: latin1('x'.repeat(56)) })
    expect(reader.isWaiting()).toBe(false)
    expect(reader.abandon()).toBeUndefined()
  })

  it('never joins the beginning of one code with another', () => {
    const [first] = reportsWithAim(']C0', latin1('x'.repeat(60)))
    const next = reportsWithAim(']d2', latin1('SN-1'))
    expect(read({}, [first ?? new Uint8Array(), ...next])).toEqual([
      { kind: 'incomplete', bytes: latin1('x'.repeat(56)) },
      scan(']d2', 'SN-1')
    ])
  })

  it('tells a code that is too long, once, and reads on', () => {
    const readings = read({}, [
      ...reportsWithAim(']C0', new Uint8Array(MAX_SCAN_BYTES + 1).fill(65)),
      ...reportsWithAim(']C0', latin1('SN-1'))
    ])
    expect(readings).toEqual([
      { kind: 'over-long', bytes: new Uint8Array(MAX_SCAN_BYTES).fill(65) },
      scan(']C0', 'SN-1')
    ])
  })

  it('says nothing of an empty report', () => {
    expect(read({}, [reportOfHex('02 00 5D4330')])).toEqual([])
  })

  it.each([
    [undefined, 'SN\r', 'SN'],
    [undefined, 'SN\r\n', 'SN'],
    [undefined, 'SN\t', 'SN'],
    [undefined, 'SN\r\r', 'SN\r'],
    [undefined, 'SN\x1d', 'SN\x1d'],
    ['enter', 'SN\r\n', 'SN'],
    ['enter', 'SN\t', 'SN\t'],
    ['tab', 'SN\t', 'SN'],
    ['tab', 'SN\r', 'SN\r'],
    ['none', 'SN\r', 'SN\r']
  ] as const)('takes one suffix off where it is %s: %j gives %j', (suffix, data, text) => {
    expect(read({ suffix }, reportsWithAim(']C0', latin1(data)))).toEqual([scan(']C0', text)])
  })
})
