import { describe, expect, it } from 'vitest'
import { parseErrorFlags, parseSystemStatus } from '../../src/labels/error-flags.ts'
import { parseHostIdentification } from '../../src/labels/host-identification.ts'
import { getVariable, parseCount, parseVariable, TOTAL_LABEL_COUNT } from '../../src/labels/set-get-do.ts'

describe('the error flags', () => {
  const captured =
    '\x02\r\n\r\n  PRINTER STATUS                            \r\n   ERRORS:         0 00000000 00000000      \r\n   WARNINGS:       0 00000000 00000000      \r\n\x03'

  it('of a printer without errors are empty', () => {
    expect(parseErrorFlags(captured)).toEqual({ conditions: [], warnings: [] })
  })

  it.each([
    { errors: '1 00000000 00010001', conditions: ['paper-out', 'paused'] },
    { errors: '1 00000000 00010003', conditions: ['paper-out', 'ribbon-out', 'paused'] },
    { errors: '1 00000000 00010004', conditions: ['head-open', 'paused'] },
    { errors: '1 00000000 00010000', conditions: ['paused'] },
    { errors: '1 00000000 000000c8', conditions: ['cutter-stuck', 'head-broken'] },
    { errors: '1 00000000 00000130', conditions: ['head-too-hot', 'motor-too-hot', 'firmware-invalid'] },
    { errors: '1 00000000 00022200', conditions: ['head-broken', 'paper-jammed'] },
    { errors: '1 00000000 00080000', conditions: ['mark-not-found'] },
    { errors: '1 00000000 40000001', conditions: ['paper-out', 'other-fault'] },
    { errors: '1 00000001 00000000', conditions: ['other-fault'] },
    { errors: '1 00000000 00000000', conditions: ['other-fault'] }
  ])('are read: $errors', ({ errors, conditions }) => {
    expect(parseErrorFlags(captured.replace('0 00000000 00000000', errors))?.conditions).toEqual(conditions)
  })

  it('name warnings apart from errors', () => {
    const reply = captured.replace('WARNINGS:       0 00000000 00000000', 'WARNINGS:       1 00000000 0000001F')
    expect(parseErrorFlags(reply)).toEqual({
      conditions: [],
      warnings: ['calibrate-media', 'clean-head', 'replace-head', 'paper-low']
    })
  })

  it('are read from the system status, each item quoted or not', () => {
    const status = '1,1,00000000,00000004,0,00000000,00000000'
    expect(parseSystemStatus(status)).toEqual({ conditions: ['head-open', 'paused'], warnings: [] })
    expect(parseSystemStatus(status.replaceAll(/\w+/g, '"$&"'))).toEqual(parseSystemStatus(status))
    expect(parseSystemStatus('0,0,00000000,00000000,1,00000000,00000002')?.warnings).toEqual(['clean-head'])
  })

  it('are absent in anything else', () => {
    expect(parseErrorFlags('ERRORS: 1')).toBeUndefined()
    expect(parseSystemStatus('?')).toBeUndefined()
    expect(parseSystemStatus('1,1,00000000,00000004')).toBeUndefined()
  })
})

describe('the host identification', () => {
  it('is read with options that hold blanks and commas', () => {
    expect(parseHostIdentification('\x02ZT411-300dpi,V92.21.17Z,12,8176KB,CUTTER DETECTED,X\x03\r\n')).toEqual({
      model: 'ZT411-300dpi',
      firmware: 'V92.21.17Z',
      dotsPerMm: 12,
      memory: '8176KB',
      options: 'CUTTER DETECTED,X'
    })
    expect(parseHostIdentification('\x02ZD421-203dpi ZPL,V92.21.16Z,8,8192KB,X\x03\r\n')).toMatchObject({
      model: 'ZD421-203dpi ZPL',
      dotsPerMm: 8
    })
  })

  it('is absent in other answers', () => {
    expect(parseHostIdentification('')).toBeUndefined()
    expect(parseHostIdentification('\x02001,0,0\x03')).toBeUndefined()
    expect(parseHostIdentification('\x021024,0780,0780\x03')).toBeUndefined()
  })
})

describe('a variable', () => {
  it('is asked for on a line of its own', () => {
    expect(getVariable(TOTAL_LABEL_COUNT)).toBe('! U1 getvar "odometer.total_label_count"\r\n')
    expect(() => getVariable('a"\r\n! U1 do "device.reset')).toThrow('names like')
  })

  it('is read between its quotes, once they are there', () => {
    expect(parseVariable('"31084"')).toEqual({ kind: 'value', value: '31084' })
    expect(parseVariable('\r\n"31084"\r\n')).toEqual({ kind: 'value', value: '31084' })
    expect(parseVariable('""')).toEqual({ kind: 'value', value: '' })
    expect(parseVariable('"?"')).toEqual({ kind: 'unknown-variable' })
    expect(parseVariable('"310')).toEqual({ kind: 'incomplete' })
    expect(parseVariable('')).toEqual({ kind: 'incomplete' })
  })

  it('is a count when it is a whole number', () => {
    expect(parseCount('31084')).toBe(31084)
    expect(parseCount('8560 INCHES, 21744 CENTIMETERS')).toBeUndefined()
    expect(parseCount('')).toBeUndefined()
  })
})
