import type { StationApi } from '../../ipc/contract.ts'
import type { Reply, WireError } from '../../ipc/reply.ts'
import { SCHEMAS } from '../../ipc/schemas.ts'

export type Dispatch = (feature: unknown, method: unknown, input: unknown) => Promise<Reply<unknown>>

interface Schema {
  safeParse(
    input: unknown
  ):
    | { readonly success: true; readonly data: unknown }
    | { readonly success: false; readonly error: { readonly message: string } }
}

type Handler = (input: unknown) => Promise<unknown>

/** Answers one request. Knows nothing of Electron, so that a test can drive it. Never rejects. */
export function createDispatcher(api: StationApi, toWireError: (error: unknown) => WireError): Dispatch {
  return async (feature, method, input) => {
    const schema = own<Schema>(own(SCHEMAS, feature), method)
    const handler = own<Handler>(own(api, feature), method)
    if (!schema || !handler)
      return refused(`There is no request ${JSON.stringify(`${String(feature)}.${String(method)}`)}.`)
    const parsed = schema.safeParse(input)
    if (!parsed.success)
      return refused(`The request ${String(feature)}.${String(method)} is not as agreed: ${parsed.error.message}`)
    try {
      return { ok: true, value: await handler(parsed.data) }
    } catch (error) {
      return { ok: false, error: toWireError(error) }
    }
  }
}

function refused(message: string): Reply<never> {
  return { ok: false, error: { code: 'request-invalid', message, details: {} } }
}

/** An own property or nothing: `constructor` and `__proto__` are not requests. */
function own<T = object>(record: object | undefined, key: unknown): T | undefined {
  if (record === undefined || typeof key !== 'string' || !Object.hasOwn(record, key)) return undefined
  return (record as Readonly<Record<string, T>>)[key]
}
