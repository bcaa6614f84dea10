import { describe, expect, it } from 'vitest'
import { parseHostIdentification } from '../../src/labels/host-identification.ts'
import { getVariable, parseCount, parseVariable, TOTAL_LABEL_COUNT } from '../../src/labels/set-get-do.ts'

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
