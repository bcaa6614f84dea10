import { MAX_ATTACHMENT_BYTES } from '../../../../core/quality/attachment.ts'
import type { IssueAnswer } from '../../../../ipc/issue-views.ts'
import type { Station } from '../../station.ts'

/** Adds files to an issue, one after the other. Ends with the first that is refused, and says why. */
export async function attachAll(station: Station, issue: string, files: readonly File[]): Promise<IssueAnswer> {
  for (const file of files) {
    // What is too large is not even read: the rule says so by its size alone.
    const content = file.size > MAX_ATTACHMENT_BYTES ? file.slice(0, MAX_ATTACHMENT_BYTES + 1) : file
    const bytes = new Uint8Array(await content.arrayBuffer())
    const answer = await station.issues.attach({ issue, name: file.name, bytes })
    if (answer.kind === 'refused') return answer
  }
  return { kind: 'done', issue }
}
