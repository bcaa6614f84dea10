import type { OwnLabel } from '../barcode/own-label.ts'
import { accepted, refused, type Answer } from '../session/answer.ts'
import type { Session } from '../session/session.ts'
import type { KnownLabel, PrintingDirectory } from './directory.ts'

/**
 * A void copy that turns up, wherever it is scanned: whoever holds it is told since when it is void, why, and that it has
 * to go. One that was asked for back is crossed off.
 */
export function decideVoidLabel(
  session: Session,
  { label, copy }: OwnLabel,
  directory: PrintingDirectory
): Answer | undefined {
  const known = directory.label(label, copy)
  if (known?.state !== 'void') return undefined
  if (known.isAwaited) return broughtBack(session, known, directory.awaited() - 1)
  const when = `${known.since.slice(0, 10)} at ${known.since.slice(11, 16)} UTC`
  return refused(
    'void-label',
    `Void: copy ${copy} of ${known.name}`,
    `This label is void since ${when}. ${known.words.replace(/[^.]$/, '$&.')} Take it off and destroy it.`,
    'attention'
  )
}

function broughtBack(session: Session, { id, name }: KnownLabel, left: number): Answer {
  const more =
    left === 0 ? 'That was the last one.' : `${left === 1 ? '1 more label is' : `${left} more labels are`} asked for.`
  return accepted(session, `${name} is back`, `Destroy the label. ${more}`, {
    effect: { kind: 'label-returned', label: id },
    show: null
  })
}
