import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A page outside, which nothing in the window may reach. */
export interface OutsideServer {
  readonly url: string
  visits(): number
  close(): Promise<void>
}

export async function openOutsideServer(): Promise<OutsideServer> {
  let visits = 0
  const server = createServer((_request, response) => {
    visits += 1
    response.end('outside')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    visits: () => visits,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}
