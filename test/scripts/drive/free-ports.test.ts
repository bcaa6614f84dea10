import { createServer } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { freePorts } from '../../../scripts/drive/free-ports.ts'

describe('free ports', () => {
  it('are each another one, can be listened on, and are none that a system gives to outgoing connections', async () => {
    const ports = await freePorts(20)
    expect(new Set(ports).size).toBe(20)
    expect(Math.max(...ports)).toBeLessThan(32_768)
    await Promise.all(ports.map((port) => listenOn(port)))
  })
})

function listenOn(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    onTestFinished(() => void server.close())
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve())
  })
}
