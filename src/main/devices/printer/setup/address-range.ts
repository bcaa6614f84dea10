import { isIPv4 } from 'node:net'
import type { TcpAddress } from '../tcp.ts'

/** More are no office network, and would take minutes. */
export const MOST_ADDRESSES = 256

export type AddressReading =
  { readonly ok: true; readonly addresses: readonly TcpAddress[] } | { readonly ok: false; readonly reason: string }

/** Where printers on the network take labels. */
export const RAW_PORT = 9100
const ALLOWED =
  'an address such as 192.0.2.17, a range such as 192.0.2.10-40, a network such as 192.0.2.0/24, or several with commas between'

/** Reads which addresses a person wants asked, each at the raw port unless it says another one. Names are taken too. */
export function readAddressRange(text: string): AddressReading {
  const addresses = new Map<string, TcpAddress>()
  for (const part of text.split(/[\s,;]+/).filter((each) => each !== '')) {
    const { hosts: place = part, port: given } = /^(?<hosts>[^:]+):(?<port>\d{1,5})$/.exec(part)?.groups ?? {}
    const port = given === undefined ? RAW_PORT : Number(given)
    const hosts = port >= 1 && port <= 65_535 ? hostsOf(place) : undefined
    if (!hosts) return { ok: false, reason: `${JSON.stringify(part.slice(0, 40))} is no address. Give ${ALLOWED}.` }
    for (const host of hosts) addresses.set(`${host}:${port}`, { host, port })
    if (addresses.size > MOST_ADDRESSES) {
      return { ok: false, reason: `These are more than ${MOST_ADDRESSES} addresses. Ask for a part of them at a time.` }
    }
  }
  return addresses.size === 0
    ? { ok: false, reason: `Say where to look: ${ALLOWED}.` }
    : { ok: true, addresses: [...addresses.values()] }
}

function hostsOf(part: string): readonly string[] | undefined {
  const network = /^([\d.]+)\/(\d{1,2})$/.exec(part)
  if (network) return networkHosts(network[1] ?? '', Number(network[2]))
  const range = /^((?:\d{1,3}\.){3})(\d{1,3})-(\d{1,3})$/.exec(part)
  if (range) {
    const [, start = '', first = '', last = ''] = range
    if (!isIPv4(`${start}${first}`) || !isIPv4(`${start}${last}`) || Number(first) > Number(last)) return undefined
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => `${start}${Number(first) + index}`)
  }
  if (isIPv4(part)) return [part]
  return /^(?=.*[A-Za-z])[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/.test(part) ? [part] : undefined
}

/** Without the network's own address and the one of all. Networks of more than {@link MOST_ADDRESSES} end in a refusal. */
function networkHosts(address: string, bits: number): readonly string[] | undefined {
  if (!isIPv4(address) || bits > 32) return undefined
  const size = 2 ** (32 - bits)
  if (size <= 2) return [address]
  const number = address.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0)
  const first = number - (number % size)
  const wanted = Math.min(size - 2, MOST_ADDRESSES + 1)
  return Array.from({ length: wanted }, (_, index) => ipv4Of(first + 1 + index))
}

function ipv4Of(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.')
}
