import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import type { StoredPin } from '../../store/operator.ts'

/**
 * scrypt (RFC 7914) with 32 MiB of memory, three times over: the lowest of the settings that the OWASP Password
 * Storage Cheat Sheet gives as equal which a station with little memory bears. It takes about a quarter of a second, on
 * a thread beside the main one.
 *
 * No setting makes four digits safe with somebody who has the database: what keeps PINs is the lock after wrong tries,
 * and the rights of the data folder.
 */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 } as const

const SALT_BYTES = 16
const HASH_BYTES = 32

/** A new PIN as it is kept, with a salt of its own. */
export async function hashPin(pin: string): Promise<StoredPin> {
  const salt = randomBytes(SALT_BYTES)
  return { salt, hash: await derive(pin, salt) }
}

/** Whether a PIN is the one that is kept, in a time that does not tell how much of it is right. */
export async function isPin(pin: string, { salt, hash }: StoredPin): Promise<boolean> {
  const derived = await derive(pin, salt)
  return derived.length === hash.length && timingSafeEqual(derived, hash)
}

function derive(pin: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, HASH_BYTES, COST, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
