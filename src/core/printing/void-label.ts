import type { OwnLabel } from '../barcode/own-label.ts'
import { refused, type Answer } from '../session/answer.ts'
import type { StationDirectory } from '../session/directory.ts'
import type { Session } from '../session/session.ts'
import { broughtBack } from './returns.ts'

/**
 * A void copy that turns up, wherever it is scanned: whoever holds it is told since when it is void, why, and that it has
 * to go. One that was asked for back is crossed off, also where it had been given up.
 */
export function decideVoidLabel(
  session: Session,
  { label, copy }: OwnLabel,
  { printing, local }: Pick<StationDirectory, 'printing' | 'local'>
): Answer | undefined {
  const known = printing.label(label, copy)
  if (known?.state !== 'void') return undefined
  if (known.asked === 'awaited') return broughtBack(session, known, printing)
  if (known.asked === 'lost') return broughtBack(session, known, printing, printing.awaited())
  const when = `${local.dayOf(known.since)} at ${local.timeOf(known.since)}`
  return refused(
    'void-label',
    `Void: copy ${copy} of ${known.name}`,
    `This label is void since ${when}. ${known.words.replace(/[^.]$/, '$&.')} Take it off and destroy it.`,
    'attention'
  )
}
