/**
 * Requests and answers of the Internet Printing Protocol, as bytes (RFC 8010; the operations are those of RFC 8011 and
 * of CUPS). Only what talking to a print queue of the same computer takes.
 */

/** RFC 8010, 3.5.2. */
const VALUE_TAGS = {
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  text: 0x41,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mimeType: 0x49
} as const

/** RFC 8010, 3.5.1. */
const GROUP_TAGS = { operation: 0x01, job: 0x02, end: 0x03, printer: 0x04 } as const
const FIRST_VALUE_TAG = 0x10
/** Text and names with a language of their own: the language, then the text, each with its length before it. */
const WITH_LANGUAGE: readonly number[] = [0x35, 0x36]

export type IppValue = string | number | boolean

export interface IppAttribute {
  readonly name: string
  readonly type: keyof typeof VALUE_TAGS
  readonly values: readonly IppValue[]
}

export interface IppRequest {
  /** RFC 8011, 5.4.15; those of CUPS begin at 0x4001. */
  readonly operation: number
  readonly requestId: number
  readonly attributes: readonly IppAttribute[]
  /** What is said of a printer that is made or changed. */
  readonly printerAttributes?: readonly IppAttribute[]
  readonly document?: Uint8Array
}

/** Attributes by name, with the values that are text, numbers or truth values; others count as absent. */
export type IppAttributes = ReadonlyMap<string, readonly IppValue[]>

export interface IppAnswer {
  /** RFC 8011, 4.1.8: below 0x0100 all went well. */
  readonly status: number
  readonly requestId: number
  /** What is said of the answer itself, such as a message. */
  readonly operation: IppAttributes
  /** What is said of each job or printer. */
  readonly groups: readonly IppAttributes[]
}

export function encodeIppRequest(request: IppRequest): Uint8Array {
  const head = Buffer.alloc(8)
  head.writeUInt16BE(0x0200, 0)
  head.writeUInt16BE(request.operation, 2)
  head.writeUInt32BE(request.requestId, 4)
  const attributes: readonly IppAttribute[] = [
    { name: 'attributes-charset', type: 'charset', values: ['utf-8'] },
    { name: 'attributes-natural-language', type: 'language', values: ['en'] },
    ...request.attributes
  ]
  const { printerAttributes, document = new Uint8Array() } = request
  return Buffer.concat([
    head,
    Buffer.from([GROUP_TAGS.operation]),
    ...attributes.map(encodeAttribute),
    ...(printerAttributes ? [Buffer.from([GROUP_TAGS.printer]), ...printerAttributes.map(encodeAttribute)] : []),
    Buffer.from([GROUP_TAGS.end]),
    document
  ])
}

/** More values of one attribute follow it without a name. */
function encodeAttribute({ name, type, values }: IppAttribute): Buffer {
  return Buffer.concat(
    values.map((value, index) =>
      Buffer.concat([
        Buffer.from([VALUE_TAGS[type]]),
        withLength(Buffer.from(index === 0 ? name : '', 'utf8')),
        withLength(encodeValue(value))
      ])
    )
  )
}

function encodeValue(value: IppValue): Buffer {
  if (typeof value === 'string') return Buffer.from(value, 'utf8')
  if (typeof value === 'boolean') return Buffer.from([value ? 1 : 0])
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

function withLength(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(bytes.length)
  return Buffer.concat([length, bytes])
}

/** Undefined for bytes that are no answer, or only a part of one. */
export function decodeIppAnswer(bytes: Uint8Array): IppAnswer | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return decodeWhole(buffer)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function decodeWhole(buffer: Buffer): IppAnswer {
  const operation = new Map<string, IppValue[]>()
  const groups: Map<string, IppValue[]>[] = []
  let group = operation
  let name = ''
  let at = 8
  for (let tag = buffer.readUInt8(at); tag !== GROUP_TAGS.end; tag = buffer.readUInt8(at)) {
    at += 1
    if (tag < FIRST_VALUE_TAG) {
      group = tag === GROUP_TAGS.operation ? operation : new Map()
      if (group !== operation) groups.push(group)
      continue
    }
    const [nameBytes, afterName] = readWithLength(buffer, at)
    const [valueBytes, afterValue] = readWithLength(buffer, afterName)
    if (nameBytes.length > 0) name = nameBytes.toString('utf8')
    at = afterValue
    const value = decodeValue(tag, valueBytes)
    if (value === undefined) continue
    const values = group.get(name)
    if (values) values.push(value)
    else group.set(name, [value])
  }
  return { status: buffer.readUInt16BE(2), requestId: buffer.readUInt32BE(4), operation, groups }
}

function decodeValue(tag: number, bytes: Buffer): IppValue | undefined {
  if (tag === VALUE_TAGS.integer || tag === VALUE_TAGS.enum) return bytes.readInt32BE(0)
  if (tag === VALUE_TAGS.boolean) return bytes.readUInt8(0) !== 0
  if (tag >= VALUE_TAGS.text && tag <= VALUE_TAGS.mimeType) return bytes.toString('utf8')
  if (!WITH_LANGUAGE.includes(tag)) return undefined
  const [, afterLanguage] = readWithLength(bytes, 0)
  return readWithLength(bytes, afterLanguage)[0].toString('utf8')
}

function readWithLength(buffer: Buffer, at: number): readonly [bytes: Buffer, next: number] {
  const length = buffer.readUInt16BE(at)
  const from = at + 2
  if (from + length > buffer.length) throw new RangeError('the value is cut off')
  return [buffer.subarray(from, from + length), from + length]
}
