import { assert } from '../assert.ts'
import { codeProblem, describeCodeProblem } from '../code.ts'

/** One place of a serial: a kind of character, or exactly this one. */
type Slot =
  { readonly kind: 'digit' | 'letter' | 'letter-or-digit' } | { readonly kind: 'literal'; readonly character: string }

type MaskReading =
  { readonly ok: true; readonly slots: readonly Slot[] } | { readonly ok: false; readonly problem: string }

const PLACEHOLDERS: Readonly<Record<string, Slot>> = {
  '#': { kind: 'digit' },
  '@': { kind: 'letter' },
  '*': { kind: 'letter-or-digit' }
}
const ESCAPE = '\\'

const FITS: Readonly<Record<Exclude<Slot['kind'], 'literal'>, { readonly test: RegExp; readonly words: string }>> = {
  digit: { test: /^[0-9]$/, words: 'a digit' },
  letter: { test: /^[A-Za-z]$/, words: 'a letter' },
  'letter-or-digit': { test: /^[A-Za-z0-9]$/, words: 'a letter or a digit' }
}

/**
 * Why a text cannot be the mask of a captured serial, as words that follow "it"; absent when it can.
 *
 * In a mask, `#` is a digit, `@` a letter A to Z in either case, `*` a letter or a digit. A backslash takes the next
 * of these (or of itself) literally: `\#`. Every other character is itself, case included, and the serial is exactly
 * as long as the mask.
 */
export function maskProblem(mask: string): string | undefined {
  const reading = readMask(mask)
  return reading.ok ? undefined : reading.problem
}

/**
 * Where a serial first differs from a usable mask, in words (`character 3 is "O", not a digit`); absent when it fits.
 */
export function maskMismatch(mask: string, text: string): string | undefined {
  const reading = readMask(mask)
  assert(reading.ok, `a part's mask was checked when it was imported: ${mask}`)
  const characters = Array.from(text)
  for (const [index, slot] of reading.slots.entries()) {
    const character = characters[index]
    if (character === undefined) break
    if (!fits(slot, character)) return `character ${index + 1} is "${character}", not ${describeSlot(slot)}`
  }
  if (characters.length === reading.slots.length) return undefined
  return `it has ${countCharacters(characters.length)}, not ${reading.slots.length}`
}

function readMask(mask: string): MaskReading {
  const slots: Slot[] = []
  for (let index = 0; index < mask.length; index++) {
    const character = mask.charAt(index)
    if (character !== ESCAPE) {
      slots.push(PLACEHOLDERS[character] ?? { kind: 'literal', character })
      continue
    }
    index += 1
    const escaped = mask.charAt(index)
    if (escaped !== ESCAPE && PLACEHOLDERS[escaped] === undefined) {
      return { ok: false, problem: 'has a backslash that stands before none of # @ * \\' }
    }
    slots.push({ kind: 'literal', character: escaped })
  }
  const problem = codeProblem(slots.map(exampleOf).join(''))
  if (problem) return { ok: false, problem: `fits no serial: ${describeCodeProblem(problem)}` }
  if (slots.every(({ kind }) => kind === 'literal')) {
    return { ok: false, problem: 'leaves nothing open, so that one unit alone could ever fit: use # @ or *' }
  }
  return { ok: true, slots }
}

function fits(slot: Slot, character: string): boolean {
  return slot.kind === 'literal' ? slot.character === character : FITS[slot.kind].test.test(character)
}

function exampleOf(slot: Slot): string {
  return slot.kind === 'literal' ? slot.character : '0'
}

function describeSlot(slot: Slot): string {
  return slot.kind === 'literal' ? `"${slot.character}"` : FITS[slot.kind].words
}

function countCharacters(count: number): string {
  return count === 1 ? '1 character' : `${count} characters`
}
