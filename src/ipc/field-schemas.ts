import { z } from 'zod'

/** A request that says nothing but what it asks for. */
export const nothing = z.strictObject({}) as z.ZodType<Record<string, never>>
export const code = z.string().min(1).max(48)
export const search = z.string().max(200)
export const offset = z.int().min(0).max(100_000_000)
export const limit = z.int().min(1).max(500)

// What was typed is answered by the rules, which say what is wrong with it.
export const reason = z.string().max(500)
/** Null means all of it. */
export const quantity = z.string().max(40).nullable()

/** The number of a row in the store. */
export function id<Id extends number>(): z.ZodType<Id> {
  return z.int().positive() as unknown as z.ZodType<Id>
}
