import type { NetworkInterfaceInfo } from 'node:os'

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>

/** The private networks that this computer is in, each as the 254 addresses around its own: `192.168.4.0/24`. */
export function privateNetworks(interfaces: Interfaces): readonly string[] {
  return [
    ...new Set(privateAddresses(interfaces).map(({ address }) => `${address.slice(0, address.lastIndexOf('.'))}.0/24`))
  ]
}

function privateAddresses(interfaces: Interfaces): readonly NetworkInterfaceInfo[] {
  return Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && isPrivate(address))
}

/** RFC 1918, and RFC 3927 for printers that gave themselves an address. */
function isPrivate(address: string): boolean {
  return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.)/.test(address)
}

/** Addresses that reach all of each private network that this computer is in, by its mask (RFC 919). */
export function broadcastAddresses(interfaces: Interfaces): readonly string[] {
  return [
    ...new Set(
      privateAddresses(interfaces).map(({ address, netmask }) => broadcastOf(bytesOf(address), bytesOf(netmask)))
    )
  ]
}

function broadcastOf(address: readonly number[], mask: readonly number[]): string {
  return address.map((byte, index) => byte | (~(mask[index] ?? 255) & 255)).join('.')
}

function bytesOf(address: string): readonly number[] {
  return address.split('.').map(Number)
}
