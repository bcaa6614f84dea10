import type { NetworkInterfaceInfo } from 'node:os'

/** The private networks that this computer is in, each as the 254 addresses around its own: `192.168.4.0/24`. */
export function privateNetworks(
  interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>
): readonly string[] {
  const networks = Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && isPrivate(address))
    .map(({ address }) => `${address.slice(0, address.lastIndexOf('.'))}.0/24`)
  return [...new Set(networks)]
}

/** RFC 1918, and RFC 3927 for printers that gave themselves an address. */
function isPrivate(address: string): boolean {
  return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.)/.test(address)
}
