import type { OwnLabel } from '../barcode/own-label.ts'
import { refused, type RefusedAnswer } from '../session/answer.ts'
import type { PrintingDirectory } from './directory.ts'

/** An old copy that turns up: whoever holds it is told since when it is void, why, and that it has to go. */
export function refuseVoidLabel({ label, copy }: OwnLabel, directory: PrintingDirectory): RefusedAnswer | undefined {
  const known = directory.label(label, copy)
  if (known?.state !== 'void') return undefined
  const when = `${known.since.slice(0, 10)} at ${known.since.slice(11, 16)} UTC`
  return refused(
    'void-label',
    `Void: copy ${copy} of ${known.name}`,
    `This label is void since ${when}. ${known.words.replace(/[^.]$/, '$&.')} Take it off and destroy it, and look for the newer one.`.replaceAll(
      '  ',
      ' '
    ),
    'attention'
  )
}
