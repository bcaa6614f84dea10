/** How a text is spelled in Code 128, so that its width is known before anything is printed. */
export interface Code128Plan {
  /** What the symbol holds. */
  readonly text: string
  /** `^BC` mode: `N` spells the subsets out, `A` leaves them to the printer. */
  readonly mode: 'N' | 'A'
  /** Field data with the invocations of mode N; still to be escaped for the format. */
  readonly spelling: string
  /** Width without quiet zones, in modules. */
  readonly modules: number
}

/** ISO/IEC 15417: 10 modules to the left and to the right. */
export const CODE_128_QUIET_MODULES = 10

/** As many characters as printers and the preview are sure to take. */
const MAX_CHARACTERS = 80

const MODULES_PER_CHARACTER = 11
const STOP_MODULES = 13

/**
 * Plans the symbol of a printable ASCII text; absent when there is no spelling that printers and the preview agree on.
 *
 * Digit pairs at the front go to subset C where that is shorter, all else to subset B (ZPL II guide, `^BC`, mode N:
 * `>;` starts in C, `>:` in B, `>6` goes on in B, `>0` is the character `>`). The preview draws the switch back to C
 * wrongly, and it loses a single last character right behind an invocation: so there is no such switch, the digits
 * give one more pair to subset B, a text of one character goes to mode A, and one like `A>B` has no plan.
 */
export function planCode128(text: string): Code128Plan | undefined {
  if (!/^[\x20-\x7e]+$/.test(text) || text.length > MAX_CHARACTERS || />[^>]$/.test(text)) return undefined
  if (text === '>') return planInB(text)
  if (text.length === 1) return { text, mode: 'A', spelling: text, modules: modulesOf(1) }
  const inB = planInB(text)
  const fromC = planFromC(text)
  return fromC.modules < inB.modules ? fromC : inB
}

function planInB(text: string): Code128Plan {
  return { text, mode: 'N', spelling: `>:${spellInB(text)}`, modules: modulesOf(text.length) }
}

function planFromC(text: string): Code128Plan {
  const digits = /^\d*/.exec(text)?.[0].length ?? 0
  const paired = digits - (digits % 2)
  const inC = text.slice(0, text.length - paired === 1 ? paired - 2 : paired)
  const inB = text.slice(inC.length)
  return {
    text,
    mode: 'N',
    spelling: `>;${inC}${inB === '' ? '' : `>6${spellInB(inB)}`}`,
    modules: modulesOf(inC.length / 2 + (inB === '' ? 0 : 1 + inB.length))
  }
}

function spellInB(text: string): string {
  return text.replaceAll('>', '>0')
}

/** `characters` counts data and switches; start, check and stop are added. */
function modulesOf(characters: number): number {
  return MODULES_PER_CHARACTER * (1 + characters + 1) + STOP_MODULES
}
