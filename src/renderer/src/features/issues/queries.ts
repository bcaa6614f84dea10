import { useMutation, useQuery } from '@tanstack/react-query'
import type { RowId } from '../../../../core/ids.ts'
import type { IssueAnswer } from '../../../../ipc/issue-views.ts'
import { useStation } from '../../station-context.tsx'
import type { Station } from '../../station.ts'

export function useIssue(issue: string) {
  const station = useStation()
  return useQuery({ queryKey: ['issues', 'one', issue], queryFn: () => station.issues.read({ issue }) })
}

/** What issues are about: a row of the inventory, or what a code names. */
export type About =
  | { readonly kind: 'row'; readonly row: RowId }
  | { readonly kind: 'code'; readonly code: string; readonly part: string | null }

export function useIssuesAbout(about: About) {
  const station = useStation()
  return useQuery({
    queryKey: ['issues', 'about', about],
    queryFn: () =>
      about.kind === 'row'
        ? station.issues.ofRow({ row: about.row })
        : station.issues.ofCode({ code: about.code, part: about.part })
  })
}

/** What an issue can be attached to; off while nothing is named. */
export function useSubjects(about: About | null) {
  const station = useStation()
  return useQuery({
    queryKey: ['issues', 'subjects', about],
    queryFn: async () => {
      if (about === null) return null
      return about.kind === 'row'
        ? await station.issues.subjectOfRow({ row: about.row })
        : await station.issues.subjects({ code: about.code, part: about.part })
    },
    enabled: about !== null
  })
}

/** A picture of an issue never changes: it is asked for once. */
export function usePicture(attachment: number) {
  const station = useStation()
  return useQuery({ queryKey: ['picture', attachment], queryFn: () => station.issues.picture({ attachment }) })
}

export function useSaveCopy() {
  const station = useStation()
  return useMutation({ mutationFn: (attachment: number) => station.issues.saveCopy({ attachment }) })
}

/** A change of an issue: its answer says whether it was done. */
export function useChange<Input>(change: (station: Station, input: Input) => Promise<IssueAnswer>) {
  const station = useStation()
  return useMutation<IssueAnswer, Error, Input>({ mutationFn: (input) => change(station, input) })
}
