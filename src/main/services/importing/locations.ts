import { locationTexts, parseLocations } from '../../../core/importing/locations.ts'
import { findLocation, putLocation } from '../../store/location.ts'
import { changesBetween, sortSteps, type PlanImport } from './plan.ts'

export const planLocations: PlanImport = (db, table) => {
  const { rows, problems } = parseLocations(table, (cellText) => {
    const stored = findLocation(db, cellText('code'))
    return stored && locationTexts(stored)
  })
  const steps = sortSteps(
    rows.map(({ item }) => {
      const stored = findLocation(db, item.code)
      return { item, changes: stored && changesBetween(locationTexts(stored), locationTexts(item)) }
    })
  )
  return {
    problems,
    ...steps.counts,
    write: (db, record) => {
      for (const { item } of steps.added) putLocation(db, item)
      for (const { item, changes } of steps.changed) {
        putLocation(db, item)
        record('location-changed', [], { location: item.code, changes })
      }
    }
  }
}
