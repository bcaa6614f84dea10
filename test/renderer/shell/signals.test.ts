import { describe, expect, it } from 'vitest'
import type { Instant } from '../../../src/core/clock.ts'
import type { ScanId } from '../../../src/core/ids.ts'
import { SOUNDS } from '../../../src/core/scan-sound.ts'
import type { ScanAnswer } from '../../../src/ipc/views.ts'
import { signalOf } from '../../../src/renderer/src/shell/signals.ts'
import { SIGNAL_LOOKS } from '../../../src/renderer/src/ui/signal-looks.ts'

const ANSWER: ScanAnswer = {
  scan: 7 as ScanId,
  at: '2026-11-23T10:42:07.000Z' as Instant,
  scanner: 'gun',
  text: 'SN-1',
  sound: 'accepted',
  title: 'Unit added',
  message: '1 of 12.',
  show: null
}

describe('the panel of the last scan', () => {
  it('tells the sounds apart by word and by icon, not by colour alone', () => {
    expect(new Set(SOUNDS.map((sound) => SIGNAL_LOOKS[sound].word)).size).toBe(SOUNDS.length)
    expect(new Set(SOUNDS.map((sound) => SIGNAL_LOOKS[sound].icon)).size).toBe(SOUNDS.length)
  })

  it('says what to do before the first scan', () => {
    expect(signalOf(null, false)).toMatchObject({ kind: 'idle', title: 'Ready to scan', text: null })
  })

  it('says before the first scan that something is begun already', () => {
    expect(signalOf(null, true)).toMatchObject({ kind: 'idle', title: 'Go on', text: null })
  })

  it('has another key for each scan, so that the same answer twice is noticed twice', () => {
    const first = signalOf({ kind: 'answer', answer: ANSWER }, false)
    const second = signalOf({ kind: 'answer', answer: { ...ANSWER, scan: 8 as ScanId } }, false)
    expect(first.key).not.toBe(second.key)
    expect({ ...first, key: '' }).toEqual({ ...second, key: '' })
  })

  it('shows a scan that could not be taken as refused, with the reason, each time anew', () => {
    const once = signalOf({ kind: 'failure', count: 1, text: 'PO-1', words: 'The disk is full.' }, false)
    expect(once).toMatchObject({ kind: 'refused', message: 'The disk is full.', text: 'PO-1' })
    expect(signalOf({ kind: 'failure', count: 2, text: 'PO-1', words: 'The disk is full.' }, false).key).not.toBe(
      once.key
    )
  })
})
