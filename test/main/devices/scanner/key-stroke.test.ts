import { describe, expect, it } from 'vitest'
import { keyStrokeOf, replayEventsOf } from '../../../../src/main/devices/scanner/key-stroke.ts'
import { strokeOf } from '../../../fakes/typist.ts'

describe('key strokes of the window', () => {
  it('become strokes with the time of their arrival', () => {
    const input = {
      type: 'keyDown',
      key: 'B',
      code: 'KeyB',
      shift: true,
      control: false,
      alt: false,
      meta: false,
      isAutoRepeat: false
    }
    expect(keyStrokeOf(input, 12.5)).toEqual(strokeOf('down', { code: 'KeyB', key: 'B', shift: true }, 12.5))
    expect(keyStrokeOf({ ...input, type: 'keyUp' }, 13).type).toBe('up')
  })

  const replayed = (key: Parameters<typeof strokeOf>[1], type: 'down' | 'up' = 'down') =>
    replayEventsOf(strokeOf(type, key, 0))

  it('are played back as the key and the character that it writes', () => {
    expect(replayed({ code: 'KeyB', key: 'B', shift: true })).toEqual([
      { type: 'keyDown', keyCode: 'B', modifiers: ['shift'] },
      { type: 'char', keyCode: 'B', modifiers: ['shift'] }
    ])
    expect(replayed({ code: 'KeyB', key: 'b' }, 'up')).toEqual([{ type: 'keyUp', keyCode: 'B', modifiers: [] }])
  })

  it('write what the layout of the computer says, with the key of its place', () => {
    expect(replayed({ code: 'Minus', key: 'ß' })).toEqual([
      { type: 'keyDown', keyCode: '-', modifiers: [] },
      { type: 'char', keyCode: 'ß', modifiers: [] }
    ])
  })

  it.each([
    [{ code: 'Numpad4', key: 'ArrowLeft' }, ['Left']],
    [{ code: 'Numpad4', key: '4' }, ['num4', '4']],
    [{ code: 'NumpadDecimal', key: ',' }, ['numdec', ',']],
    [{ code: 'Space', key: ' ' }, ['Space', ' ', 'Space']],
    [{ code: 'Enter', key: 'Enter' }, ['Enter', 'Enter']],
    [{ code: 'F8', key: 'F8' }, ['F8']],
    [{ code: 'KeyA', key: 'a', control: true }, ['A']],
    [{ code: 'KeyQ', key: '@', control: true, alt: true }, ['Q', '@']],
    [{ code: '', key: 'é' }, ['é', 'é']]
  ])('play %j back as %j', (key, keyCodes) => {
    expect(replayed(key).map(({ keyCode }) => keyCode)).toEqual(keyCodes)
  })

  it('are not played back when the input method has written them already', () => {
    expect(replayed({ code: 'KeyA', key: 'Process' })).toEqual([])
    expect(replayed({ code: 'Equal', key: 'Dead' })).toEqual([])
  })
})
