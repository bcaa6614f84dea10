import { describe, expect, it } from 'vitest'
import { METHODS } from '../../src/ipc/contract.ts'
import type { BridgeTransport } from '../../src/preload/bridge.ts'
import { createBridge } from '../../src/preload/bridge.ts'

interface FakeTransport extends BridgeTransport {
  readonly requests: unknown[]
  emit(event: unknown, payload: unknown): void
}

function createFakeTransport(answer: () => Promise<unknown>): FakeTransport {
  const requests: unknown[] = []
  const listeners: ((event: unknown, payload: unknown) => void)[] = []
  return {
    requests,
    request: (feature, method, input) => {
      requests.push([feature, method, input])
      return answer()
    },
    listen: (listener) => {
      listeners.push(listener)
    },
    emit: (event, payload) => {
      for (const listener of listeners) listener(event, payload)
    }
  }
}

describe('the bridge into the page', () => {
  it('has one function for each method of the contract and nothing else', () => {
    const bridge = createBridge(createFakeTransport(() => Promise.resolve({ ok: true, value: null })))
    const shape = Object.fromEntries(
      Object.entries(bridge.api).map(([feature, methods]) => [
        feature,
        Object.fromEntries(Object.entries(methods).map(([name, method]) => [name, typeof method === 'function']))
      ])
    )
    expect(shape).toEqual(METHODS)
    expect(Object.keys(bridge).sort()).toEqual(['api', 'on'])
  })

  it('hands a request on by name and gives back the reply', async () => {
    const reply = { ok: true, value: [] }
    const transport = createFakeTransport(() => Promise.resolve(reply))
    const answer = await createBridge(transport).api.receiving.orders({ search: 'PO', openOnly: true })
    expect(answer).toBe(reply)
    expect(transport.requests).toEqual([['receiving', 'orders', { search: 'PO', openOnly: true }]])
  })

  it('answers with a failure instead of rejecting when the station cannot be reached', async () => {
    const transport = createFakeTransport(() => Promise.reject(new Error('channel closed')))
    const answer = await createBridge(transport).api.station.status({})
    expect(answer).toMatchObject({
      ok: false,
      error: {
        code: 'internal',
        message: expect.stringContaining('channel closed'),
        details: { request: 'station.status' }
      }
    })
  })

  it('calls each listener of an event until it stops listening', () => {
    const transport = createFakeTransport(() => Promise.resolve(null))
    const bridge = createBridge(transport)
    const heard: string[] = []
    const listener = (payload: { readonly topics: readonly string[] }): void => void heard.push(payload.topics.join())
    const stopFirst = bridge.on('changed', listener)
    bridge.on('changed', listener)
    transport.emit('changed', { topics: ['labels'] })
    stopFirst()
    transport.emit('changed', { topics: ['orders'] })
    transport.emit('devices', {})
    expect(heard).toEqual(['labels', 'labels', 'orders'])
  })

  it('does not know events outside the contract', () => {
    const transport = createFakeTransport(() => Promise.resolve(null))
    const bridge = createBridge(transport)
    expect(() => bridge.on('constructor' as 'scan', () => undefined)).toThrow('no event constructor')
    expect(() => transport.emit('__proto__', {})).not.toThrow()
  })
})
