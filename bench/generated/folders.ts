import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openInMemory } from '../../src/main/store/database.ts'
import { migrate } from '../../src/main/store/migrate.ts'
import { MIGRATIONS } from '../../src/main/store/migrations.ts'
import { generateFolder } from './generate.ts'
import type { HistoryPlan, Landmarks } from './history.ts'

/** A data folder with years of work in it. */
export interface GrownFolder {
  readonly path: string
  readonly plan: HistoryPlan
  readonly landmarks: Landmarks
}

/** Generates each folder once, and gives it to whoever asks for the same. */
export interface GrownFolders {
  of(plan: HistoryPlan): GrownFolder
  /** Removes what nobody asked to keep. */
  close(): void
}

/** Changes with what is written into a folder other than by its schema. */
const EDITION = 1

/** Names a folder that grown folders stay in, to be used again by the next run as long as they fit the program. */
const KEPT_IN = process.env['DOCKSIDE_BENCH_DATA']

export function openGrownFolders(log: (line: string) => void): GrownFolders {
  const parent = KEPT_IN ?? mkdtempSync(join(tmpdir(), 'dockside-bench-'))
  mkdirSync(parent, { recursive: true })
  const schema = schemaMark()
  return {
    of(plan) {
      const path = join(parent, `${plan.units}-units-${schema}`)
      const note = join(path, 'landmarks.json')
      if (!existsSync(note)) {
        log(`Writing the history of ${plan.units.toLocaleString('en')} units…`)
        const from = performance.now()
        grow(path, plan)
        log(`… in ${Math.round((performance.now() - from) / 1_000)} s.`)
      }
      return { path, plan, landmarks: JSON.parse(readFileSync(note, 'utf8')) as Landmarks }
    },
    close() {
      if (KEPT_IN === undefined) rmSync(parent, { recursive: true, force: true })
    }
  }
}

/** A folder that is cut off in the making is not taken for a whole one. */
function grow(path: string, plan: HistoryPlan): void {
  const unfinished = `${path}.part`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished)
  const landmarks = generateFolder(unfinished, plan)
  writeFileSync(join(unfinished, 'landmarks.json'), JSON.stringify(landmarks))
  renameSync(unfinished, path)
}

/** Tells folders apart that were made for another schema. */
function schemaMark(): string {
  const db = openInMemory()
  migrate(db, MIGRATIONS)
  const texts = db.prepare('SELECT sql FROM sqlite_schema ORDER BY name').all()
  db.close()
  return createHash('sha256')
    .update(JSON.stringify([EDITION, texts]))
    .digest('hex')
    .slice(0, 8)
}
