import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutOfDescriptor } from '../../../../src/main/devices/scanner/report-descriptor.ts'

const descriptor = (hex: string) => Uint8Array.from(Buffer.from(hex.replace(/\s/g, ''), 'hex'))

const HEADER = '058C 0902 A101 0912 A102'
const BYTE_COUNT = '1500 26FF00 7508 9501 0501 093B 8102 058C'
const DATA = '9538 09FE 820201'
const CONTINUED = '1500 2501 7501 9501 09FF 8102 9507 8103'
const END = 'C0 C0'

describe('report descriptor', () => {
  it('tells where a report with an identifier holds what', () => {
    const bytes = descriptor(`${HEADER} 8502 ${BYTE_COUNT} 9503 09FB 09FC 09FD 8102 ${DATA} ${CONTINUED} ${END}`)
    expect(layoutOfDescriptor(bytes)).toEqual({
      reportId: 2,
      lengthAt: 1,
      aimAt: 2,
      dataAt: 5,
      capacity: 56,
      continued: { at: 61, mask: 1 }
    })
  })

  it('takes one usage for all three places of the identifier where the device says it so', () => {
    const bytes = descriptor(`${HEADER} 8502 ${BYTE_COUNT} 9503 09FB 8102 ${DATA} ${CONTINUED} ${END}`)
    expect(layoutOfDescriptor(bytes)).toMatchObject({ aimAt: 2, dataAt: 5 })
  })

  it('tells where a report without an identifier holds what', () => {
    const bytes = descriptor(`${HEADER} 8502 ${BYTE_COUNT} ${DATA} 9505 8103 ${CONTINUED} ${END}`)
    expect(layoutOfDescriptor(bytes)).toEqual({
      reportId: 2,
      lengthAt: 1,
      aimAt: null,
      dataAt: 2,
      capacity: 56,
      continued: { at: 63, mask: 1 }
    })
  })

  it('counts from the first byte where reports are not numbered', () => {
    const bytes = descriptor(`${HEADER} ${BYTE_COUNT} 19FB 29FD 9503 8102 ${DATA} ${CONTINUED} ${END}`)
    expect(layoutOfDescriptor(bytes)).toMatchObject({ reportId: null, lengthAt: 0, aimAt: 1, dataAt: 4 })
  })

  it('finds the scan report among others of the device', () => {
    const keyboard = '0501 0906 A101 8501 0507 19E0 29E7 1500 2501 7501 9508 8102 C0'
    const bytes = descriptor(`${keyboard} ${HEADER} 8507 ${BYTE_COUNT} ${DATA} ${CONTINUED} ${END}`)
    expect(layoutOfDescriptor(bytes)).toMatchObject({ reportId: 7, lengthAt: 1, dataAt: 2, continued: { at: 58 } })
  })

  it('keeps what stands on the stack of globals', () => {
    const bytes = descriptor(`${HEADER} 8502 A4 0509 7501 B4 ${BYTE_COUNT} ${DATA} ${CONTINUED} ${END}`)
    expect(layoutOfDescriptor(bytes)).toMatchObject({ reportId: 2, dataAt: 2 })
  })

  it('gives nothing for a device that does not scan', () => {
    expect(layoutOfDescriptor(descriptor('0501 0906 A101 0507 19E0 29E7 1500 2501 7501 9508 8102 C0'))).toBeNull()
    expect(layoutOfDescriptor(new Uint8Array())).toBeNull()
  })

  it('gives nothing where the parts do not lie on whole bytes', () => {
    const bytes = descriptor(`${HEADER} 8502 7501 9501 09FF 8102 ${BYTE_COUNT} ${DATA} ${END}`)
    expect(layoutOfDescriptor(bytes)).toBeNull()
  })

  it('bears any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void layoutOfDescriptor(bytes)))
  })
})
