import { shown } from '../words.ts'
import { variantInForce, type Draft, type PieceUse } from './draft.ts'
import { MEANING_TITLES } from './meaning.ts'
import { filledValues } from './taken-apart.ts'

/** What was understood last and what is asked next, in a few sentences: for the panel of the last scan. */
export function nextQuestion(draft: Draft): string {
  const { samples, uses, at } = draft
  if (samples.length === 0) return 'Scan a label of this supplier.'
  const before = saidLast(draft)
  const asked = uses[at]
  if (asked === undefined) {
    const surer = samples.length === 1 ? ' A second label of the same kind makes it surer.' : ''
    return `${before}DS:DONE tries the format and keeps it.${surer}`
  }
  const guess =
    asked.meaning === 'nothing' ? 'What is it?' : `Is it the ${MEANING_TITLES[asked.meaning].toLowerCase()}?`
  return `${before}Piece ${at + 1} is ${valuesOf(asked)}. ${guess} DS:PICK:9 where it is not needed.`
}

function saidLast({ uses, at, last }: Draft): string {
  const use = uses[last]
  if (use === undefined || last === at || use.meaning === 'nothing') return ''
  const other = use.variants.length > 1 ? ', or in another way with DS:PICK:8' : ''
  return `${MEANING_TITLES[use.meaning]} is ${valuesOf(use)}${other}. `
}

/** The values of a piece as they are read now: `88X`, without what it begins with. */
export function valuesOf(use: PieceUse): string {
  const lead = variantInForce(use)?.lead ?? ''
  const values = [...new Set(filledValues(use.piece).map((value) => shown(value.slice(lead.length).trim())))]
  return values.slice(0, MOST_SHOWN).join(', ') + (values.length > MOST_SHOWN ? ' …' : '')
}

const MOST_SHOWN = 3
