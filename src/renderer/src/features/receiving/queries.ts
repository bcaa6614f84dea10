import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useStation } from '../../station-context.tsx'

export function useReceiving() {
  const station = useStation()
  return useQuery({ queryKey: ['receiving'], queryFn: () => station.receiving.current({}) })
}

export function useOrders(search: string, openOnly: boolean) {
  const station = useStation()
  return useQuery({
    queryKey: ['orders', search, openOnly],
    queryFn: () => station.receiving.orders({ search, openOnly }),
    placeholderData: keepPreviousData
  })
}
