import { describe, expect, it } from 'vitest'
import { StationError } from '../../src/core/errors.ts'
import type { StationBridge } from '../../src/ipc/bridge.ts'
import { METHODS } from '../../src/ipc/contract.ts'
import { createStation } from '../../src/renderer/src/station.ts'

describe('the station as the window sees it', () => {
  it('has every method of the contract', () => {
    const station = createStation(bridge(() => Promise.resolve({ ok: true, value: null })))
    for (const [feature, methods] of Object.entries(METHODS)) {
      const own = station[feature as keyof typeof METHODS] as unknown as Record<string, unknown>
      for (const method of Object.keys(methods)) expect(own[method]).toBeTypeOf('function')
    }
  })

  it('passes the input on and gives the value back', async () => {
    const asked: unknown[] = []
    const station = createStation(
      bridge((input) => {
        asked.push(input)
        return Promise.resolve({ ok: true, value: 'the value' })
      })
    )
    expect(await station.scanning.submit({ text: 'DS:DONE' })).toBe('the value')
    expect(asked).toEqual([{ text: 'DS:DONE' }])
  })

  it('throws what the station refuses, with its code and details', async () => {
    const error = { code: 'read-only', message: 'The station is read-only.', details: { path: 'station.id' } }
    const station = createStation(bridge(() => Promise.resolve({ ok: false, error })))
    const thrown = await station.labels.printCommands({}).catch((reason: unknown) => reason)
    expect(thrown).toBeInstanceOf(StationError)
    expect(thrown).toMatchObject(error)
  })

  it('stops listening when it is told to', () => {
    const listeners = new Set<unknown>()
    const station = createStation({
      ...bridge(() => Promise.resolve({ ok: true, value: null })),
      on(_event, listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      }
    })
    const stop = station.on('devices', () => undefined)
    expect(listeners.size).toBe(1)
    stop()
    expect(listeners.size).toBe(0)
  })
})

/** A bridge that answers every request alike. */
function bridge(answer: (input: unknown) => Promise<unknown>): StationBridge {
  const api = Object.fromEntries(
    Object.entries(METHODS).map(([feature, methods]) => [
      feature,
      Object.fromEntries(Object.keys(methods).map((method) => [method, answer]))
    ])
  )
  return { api: api as unknown as StationBridge['api'], on: () => () => undefined }
}
