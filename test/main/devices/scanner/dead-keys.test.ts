import { describe, expect, it } from 'vitest'
import { readDeadKeys } from '../../../../src/main/devices/scanner/dead-keys.ts'

describe('dead keys of a keymap', () => {
  it('are found by the place of the key and by Shift and AltGr', () => {
    const keys = readDeadKeys(`
    key <AE12> {
        type= "FOUR_LEVEL",
        symbols[Group1]= [      dead_acute,      dead_caron,     dead_macron,    dead_cedilla ]
    };
    key <AD01> {
        type= "FOUR_LEVEL_ALPHABETIC",
        symbols[Group1]= [               q,               Q,       backslash,     Greek_OMEGA ]
    };
    key <TLDE> {         [       semicolon,  dead_abovering ] };
    key <FK01> {         [      dead_acute ] };`)
    expect(keys).toEqual(
      new Map([
        ['Equal', ['\u0301', '\u030c', undefined, '\u0327']],
        ['Backquote', [undefined, '\u030a']]
      ])
    )
  })

  it('are those of the layout that has some, where the computer can be switched between several', () => {
    const keys = readDeadKeys(`
    key <AD11> {
        type[group2]= "FOUR_LEVEL",
        symbols[Group1]= [     bracketleft,       braceleft ],
        symbols[Group2]= [ dead_circumflex,  dead_diaeresis,     bracketleft,  dead_abovering ]
    };`)
    expect(keys.get('BracketLeft')).toEqual(['\u0302', '\u0308', undefined, '\u030a'])
  })

  it('are none where nothing can be read', () => {
    expect(readDeadKeys('').size).toBe(0)
  })
})
