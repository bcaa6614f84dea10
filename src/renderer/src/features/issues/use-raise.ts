import { useMutation } from '@tanstack/react-query'
import type { IssueAnswer } from '../../../../ipc/issue-views.ts'
import { useStation } from '../../station-context.tsx'
import type { Station } from '../../station.ts'
import { failureWords } from '../../ui/failure-words.ts'
import { attachAll } from './attach-all.ts'

interface Raising {
  readonly issue: Parameters<Station['issues']['raise']>[0]
  readonly files: readonly File[]
}

/**
 * Raises an issue and adds its files. With the first answer the issue is there: a file that cannot be added is told of
 * with it, since asking again would raise it twice.
 */
export function useRaise(onRaised: (issue: string, unattached: string | null) => void) {
  const station = useStation()
  return useMutation<IssueAnswer, Error, Raising>({
    mutationFn: async ({ issue, files }) => {
      const answer = await station.issues.raise(issue)
      if (answer.kind === 'done') onRaised(answer.issue, await attachProblem(station, answer.issue, files))
      return answer
    }
  })
}

async function attachProblem(station: Station, issue: string, files: readonly File[]): Promise<string | null> {
  try {
    const answer = await attachAll(station, issue, files)
    return answer.kind === 'refused' ? answer.message : null
  } catch (error) {
    return failureWords(error)
  }
}
