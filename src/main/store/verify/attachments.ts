import { attachmentState } from '../attachment-files.ts'
import { keptFiles } from '../attachment.ts'
import type { ReadableDb } from '../database.ts'
import type { Problem } from './rule.ts'

/** The files of issues that are not in the folder as they were when they were added. Reads each of them whole. */
export function attachmentProblems(db: ReadableDb, folder: string): readonly Problem[] {
  return keptFiles(db).flatMap(({ sha256, issue }) => {
    const state = attachmentState(folder, sha256)
    if (state === 'whole') return []
    return [
      {
        rule: 'the files of issues are there',
        subject: `issue ${issue}, file ${sha256}`,
        found: state,
        expected: 'whole'
      }
    ]
  })
}
