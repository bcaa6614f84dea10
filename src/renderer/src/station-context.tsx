import { createContext, use } from 'react'
import { assert } from '../../core/assert.ts'
import type { Station } from './station.ts'

const StationContext = createContext<Station | null>(null)

export const StationProvider = StationContext.Provider

export function useStation(): Station {
  const station = use(StationContext)
  assert(station, 'main.tsx wraps everything in a StationProvider')
  return station
}
