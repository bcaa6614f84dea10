import { useMutation, useQuery } from '@tanstack/react-query'
import type { OperatorsApi } from '../../../../ipc/operators-api.ts'
import type { StaffAnswer } from '../../../../ipc/operators-views.ts'
import { useStation } from '../../station-context.tsx'

/** Who is at the station, and what it waits for. */
export function usePresence() {
  const station = useStation()
  return useQuery({ queryKey: ['operators', 'presence'], queryFn: () => station.operators.presence({}) })
}

export function useOperators() {
  const station = useStation()
  return useQuery({ queryKey: ['operators', 'list'], queryFn: () => station.operators.list({}) })
}

/** A change of the operators. What is refused is an answer; the station says when the lists are others. */
export function useStaffChange<Input>(ask: (operators: OperatorsApi, input: Input) => Promise<StaffAnswer>) {
  const station = useStation()
  return useMutation<StaffAnswer, Error, Input>({ mutationFn: (input) => ask(station.operators, input) })
}

export function useSignOut() {
  const station = useStation()
  return useMutation({ mutationFn: () => station.operators.signOut({}) })
}

export function useEnterPin() {
  const station = useStation()
  return useMutation({ mutationFn: (pin: string) => station.operators.enterPin({ pin }) })
}
