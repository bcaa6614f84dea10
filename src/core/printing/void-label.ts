import type { OwnLabel } from '../barcode/own-label.ts'
import { refused, type Answer } from '../session/answer.ts'
import type { Session } from '../session/session.ts'
import type { PrintingDirectory } from './directory.ts'
import { broughtBack } from './returns.ts'

/**
 * A void copy that turns up, wherever it is scanned: whoever holds it is told since when it is void, why, and that it has
 * to go. One that was asked for back is crossed off, also where it had been given up.
 */
export function decideVoidLabel(
  session: Session,
  { label, copy }: OwnLabel,
  printing: PrintingDirectory
): Answer | undefined {
  const known = printing.label(label, copy)
  if (known?.state !== 'void') return undefined
  if (known.asked === 'awaited') return broughtBack(session, known, printing)
  if (known.asked === 'lost') return broughtBack(session, known, printing, printing.awaited())
  const when = `${known.since.slice(0, 10)} at ${known.since.slice(11, 16)} UTC`
  return refused(
    'void-label',
    `Void: copy ${copy} of ${known.name}`,
    `This label is void since ${when}. ${known.words.replace(/[^.]$/, '$&.')} Take it off and destroy it.`,
    'attention'
  )
}
