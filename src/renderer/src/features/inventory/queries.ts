import { useMutation } from '@tanstack/react-query'
import type { StockDecision } from '../../../../core/inventory/stock-decision.ts'
import { useStation } from '../../station-context.tsx'
import type { Station } from '../../station.ts'

type Removal = Parameters<Station['inventory']['remove']>[0]
type Move = Parameters<Station['inventory']['move']>[0]

export function useRemove() {
  const station = useStation()
  return useMutation<StockDecision, Error, Removal>({ mutationFn: (input) => station.inventory.remove(input) })
}

export function useMove() {
  const station = useStation()
  return useMutation<StockDecision, Error, Move>({ mutationFn: (input) => station.inventory.move(input) })
}
