import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a printer remembers without power: who it is, and how many labels it ever printed. */
export interface Odometer {
  readonly uniqueId: string
  readonly totalLabelCount: number
}

const FILE_NAME = 'odometer.json'

/**
 * Reads the odometer of a folder. The count is never behind the labels that lie there, so that a label written just
 * before a crash is counted. A folder without one, or with one that cannot be read, holds a new printer.
 */
export function readOdometer(folder: string, newUniqueId = randomUniqueId()): Odometer {
  const labels = readdirSync(folder).map((name) => Number(/^(\d{6,})-/.exec(name)?.[1] ?? 0))
  const highest = labels.reduce((a, b) => Math.max(a, b), 0)
  const kept = parseOdometer(join(folder, FILE_NAME))
  return {
    uniqueId: kept?.uniqueId ?? newUniqueId,
    totalLabelCount: Math.max(kept?.totalLabelCount ?? 0, highest)
  }
}

/** A serial number that no other virtual printer has. */
export function randomUniqueId(): string {
  return `DSV${randomBytes(4).toString('hex').toUpperCase()}`
}

/** Replaces the file as a whole: whoever reads it finds the old count or the new one. */
export function writeOdometer(folder: string, odometer: Odometer): void {
  const path = join(folder, FILE_NAME)
  writeFileSync(`${path}.part`, `${JSON.stringify(odometer)}\n`)
  renameSync(`${path}.part`, path)
}

function parseOdometer(path: string): Odometer | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof value !== 'object' || value === null) return undefined
    const { uniqueId, totalLabelCount } = value as Partial<Record<keyof Odometer, unknown>>
    if (typeof uniqueId !== 'string' || typeof totalLabelCount !== 'number') return undefined
    return Number.isSafeInteger(totalLabelCount) && totalLabelCount >= 0 ? { uniqueId, totalLabelCount } : undefined
  } catch {
    return undefined
  }
}
