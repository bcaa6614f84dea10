import { assert } from '../core/assert.ts'
import type { Code128Plan } from './code128.ts'
import type { DataMatrixPlan } from './data-matrix.ts'
import type { Media, MediaHandling, MediaTracking } from './media.ts'
import { mediaDots } from './media.ts'

/** Field data that has been escaped for one kind of field: the only text that a format takes. */
export type FieldData<Kind extends 'text' | 'code-128' | 'data-matrix'> = string & { readonly __fieldData: Kind }

/** A field of a format, in dots from the label's top left corner. */
export type ZplField =
  | {
      readonly kind: 'text'
      readonly xDots: number
      readonly baselineDots: number
      readonly heightDots: number
      /** Drawn white where something black is under it. */
      readonly reversed: boolean
      readonly data: FieldData<'text'>
    }
  | {
      readonly kind: 'code-128'
      readonly xDots: number
      readonly yDots: number
      readonly heightDots: number
      readonly moduleDots: number
      readonly mode: Code128Plan['mode']
      readonly data: FieldData<'code-128'>
    }
  | {
      readonly kind: 'data-matrix'
      readonly xDots: number
      readonly yDots: number
      readonly moduleDots: number
      readonly modules: number
      readonly escape: string
      readonly data: FieldData<'data-matrix'>
    }
  | {
      readonly kind: 'black-box'
      readonly xDots: number
      readonly yDots: number
      readonly widthDots: number
      readonly heightDots: number
    }

/** `^BX` takes forced sizes up to this; a larger symbol finds its own size (ZPL II guide, `^BX`, parameters c and r). */
const LARGEST_FORCED_MODULES = 48

/** The text of a field in font 0. */
export function textData(text: string): FieldData<'text'> {
  return escaped(text) as FieldData<'text'>
}

export function code128Data(plan: Code128Plan): FieldData<'code-128'> {
  return escaped(plan.spelling) as FieldData<'code-128'>
}

/** Needs no escape of the symbol's own: the plan's escape character is one that the text does not hold. */
export function dataMatrixData(plan: DataMatrixPlan): FieldData<'data-matrix'> {
  assert(!plan.text.includes(plan.escape), 'an escape character inside the text would change what the symbol holds')
  return escaped(plan.text) as FieldData<'data-matrix'>
}

/**
 * One label as a whole format, `^XA` to `^XZ`, in ASCII.
 *
 * Printers keep most settings from one job to the next, so that each format says all that it relies on: character
 * set, units, resolution, size, origin, orientation, mirror and reversal, handling, media, symbol check, whether a
 * label that a fault tore is printed again, quantity.
 */
export function encodeFormat(media: Media, fields: readonly ZplField[]): Uint8Array {
  const { widthDots, heightDots } = mediaDots(media)
  const settings = [
    '^XA^CI28^MUD^JMA',
    `^PW${dots(widthDots)}^LL${dots(heightDots)}^LH0,0^LS0^PON^PMN^LRN`,
    `^MM${handlingCode(media.handling ?? 'tear-off')}^MN${trackingCode(media.tracking ?? 'gap')}^CVY^JZY`
  ].join('')
  const { darkness, speedIps } = media.burn ?? {}
  const burn = `${darkness === undefined ? '' : `^MD${whole(darkness, -30, 30)}`}${speedIps === undefined ? '' : `^PR${whole(speedIps, 1, 14)}`}`
  const lines = [`${settings}${burn}`, ...fields.map((field) => `${encodeField(field)}^FS`), '^PQ1,0,0,N^XZ', '']
  return asciiBytes(lines.join('\n'))
}

function encodeField(field: ZplField): string {
  switch (field.kind) {
    case 'text':
      return `^FT${dots(field.xDots)},${dots(field.baselineDots)},0^A0N,${dots(field.heightDots)},${dots(field.heightDots)}${field.reversed ? '^FR' : ''}${fieldData(field.data)}`
    case 'code-128':
      return `${origin(field)}^BY${dots(field.moduleDots)},3,${dots(field.heightDots)}^BCN,${dots(field.heightDots)},N,N,N,${field.mode}${fieldData(field.data)}`
    case 'data-matrix': {
      const side = field.modules > LARGEST_FORCED_MODULES ? 0 : field.modules
      return `${origin(field)}^BXN,${dots(field.moduleDots)},200,${side},${side},,${field.escape},1${fieldData(field.data)}`
    }
    case 'black-box': {
      const thickness = Math.min(field.widthDots, field.heightDots)
      return `${origin(field)}^GB${dots(field.widthDots)},${dots(field.heightDots)},${dots(thickness)},B,0`
    }
  }
}

function origin({ xDots, yDots }: { readonly xDots: number; readonly yDots: number }): string {
  return `^FO${dots(xDots)},${dots(yDots)},0`
}

/** `\` marks hexadecimal: the usual `_` is also the usual escape character of `^BX`, and the two must not meet. */
function fieldData(data: FieldData<'text' | 'code-128' | 'data-matrix'>): string {
  return `^FH\\^FD${data}`
}

/** Leaves as they are only characters that mean nothing in any command; all others become the hexadecimal of their UTF-8 bytes. */
function escaped(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9 .,:;/()+=<>-]/gu, (character) =>
    utf8(character)
      .map((byte) => `\\${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join('')
  )
}

function utf8(character: string): readonly number[] {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80) return [point]
  if (point < 0x800) return [0xc0 | (point >> 6), 0x80 | (point & 0x3f)]
  const last = [0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f)]
  if (point < 0x10000) return [0xe0 | (point >> 12), ...last]
  return [0xf0 | (point >> 18), 0x80 | ((point >> 12) & 0x3f), ...last]
}

function dots(value: number): string {
  assert(Number.isInteger(value) && value >= 0 && value <= 32_000, `a printer counts whole dots, not ${value}`)
  return String(value)
}

function handlingCode(handling: MediaHandling): string {
  switch (handling) {
    case 'tear-off':
      return 'T'
    case 'peel-off':
      return 'P'
    case 'cutter':
      return 'C'
  }
}

function trackingCode(tracking: MediaTracking): string {
  switch (tracking) {
    case 'gap':
      return 'Y'
    case 'mark':
      return 'M'
    case 'continuous':
      return 'N'
  }
}

function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

function whole(value: number, least: number, most: number): string {
  assert(
    Number.isInteger(value) && value >= least && value <= most,
    'a setting of a format is a whole number in its range'
  )
  return String(value)
}
