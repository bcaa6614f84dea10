import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * Below the ports that a system gives to outgoing connections (Linux from 32768, macOS and Windows from 49152): one of
 * those can be taken by any program between being found free and being listened on.
 */
const FIRST_PORT = 12_000
const PORT_AFTER_LAST = 32_000

/** Ports of this computer that nobody listens on now, each another one. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>()
  while (ports.size < count) {
    const port = randomInt(FIRST_PORT, PORT_AFTER_LAST)
    if (await isFree(port)) ports.add(port)
  }
  return [...ports]
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    // Windows keeps whole ranges for itself and refuses them with EACCES.
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(false) : reject(error)
    )
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
