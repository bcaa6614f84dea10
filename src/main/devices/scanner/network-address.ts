export interface NetworkAddress {
  readonly host: string
  readonly port: number
}

/**
 * Reads `host:port`: `127.0.0.1:4001`, `[::1]:4001`, `dock-pc:4001`, or `0.0.0.0:4001` for every network of the
 * machine. Port 0 stands for any free one. Absent when the text is no such address.
 */
export function parseNetworkAddress(text: string): NetworkAddress | undefined {
  const match = /^(?:\[([0-9A-Fa-f:.]+(?:%[\w.-]+)?)\]|([^\s:[\]]+)):(\d{1,5})$/.exec(text)
  if (!match) return undefined
  const host = match[1] ?? match[2] ?? ''
  const port = Number(match[3])
  return port <= 65_535 ? { host, port } : undefined
}

export function formatNetworkAddress({ host, port }: NetworkAddress): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
}
