import { describe, expect, it } from 'vitest'
import { isSettled, LABEL_STATES, mayStep, stateAfterRestart } from '../../../src/core/printing/label-state.ts'

describe('the print ledger', () => {
  it('goes from queued to printed by way of sending and sent', () => {
    expect(mayStep('queued', 'sending')).toBe(true)
    expect(mayStep('sending', 'sent')).toBe(true)
    expect(mayStep('sent', 'printed')).toBe(true)
    expect(mayStep('queued', 'printed')).toBe(false)
    expect(mayStep('sending', 'printed')).toBe(false)
  })

  it('never leads from unknown back to being sent, by however many steps', () => {
    const reachable = new Set<string>(['unknown'])
    for (let grown = true; grown;) {
      const before = reachable.size
      for (const from of LABEL_STATES) {
        // `failed` is a person's word that no paper came out; from there a person may queue it again.
        if (!reachable.has(from) || from === 'failed') continue
        for (const to of LABEL_STATES) if (mayStep(from, to)) reachable.add(to)
      }
      grown = reachable.size > before
    }
    expect(reachable.has('queued')).toBe(false)
    expect(reachable.has('sending')).toBe(false)
  })

  it('leaves a label that went to a print queue sent until it is scanned, or a person says more', () => {
    expect(isSettled({ evidence: { rank: 'spooled' } })).toBe(true)
    expect(isSettled({ evidence: { rank: 'bytes-written' } })).toBe(false)
    expect(stateAfterRestart('sent', true)).toBe('sent')
    expect(LABEL_STATES.filter((to) => mayStep('sent', to, true))).toEqual(['printed', 'verified', 'failed', 'void'])
    expect(mayStep('sent', 'void')).toBe(false)
  })

  it('does not know what became of a label that was on its way when the program ended', () => {
    expect(stateAfterRestart('sending')).toBe('unknown')
    expect(stateAfterRestart('sent')).toBe('unknown')
    for (const state of ['queued', 'printed', 'verified', 'failed', 'unknown', 'void'] as const) {
      expect(stateAfterRestart(state)).toBe(state)
    }
  })
})
