import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { docksideDone } from '../scripts/drive/command-line.ts'
import { databaseFile } from '../src/main/commands/open.ts'
import { openReadable, type ReadableDb } from '../src/main/store/database.ts'
import { all } from '../src/main/store/statement.ts'
import type { GrownFolder } from './generated/folders.ts'
import { openQuestionedStation } from './questioned-station.ts'

/** Each module takes a board of two kinds, of a lot that all take, and of a glue of its own. */
const MODULES = Array.from({ length: 10 }, (_, index) => ({
  product: numbered('MODULE', index + 1),
  boards: [numbered('BOARD', index + 1), numbered('BOARD', index + 11)],
  glue: numbered('GLUE', index + 1)
}))
const LOT_COMPONENT = 'SCREW-001'
const MOST_UNITS = 25

/** Components scanned into builds, units and lots alike: the time until each is taken, committed and on disk. */
export async function measureInstalling(folder: GrownFolder): Promise<readonly number[]> {
  const { product, boards, lot, glue, glueAt } = componentsIn(folder)
  const run = `RUN-BENCH-${Date.now()}`
  const file = join(folder.path, 'bench-run.csv')
  writeFileSync(file, `run,part_number,quantity\n${run},${product},${boards.length}\n`)
  await docksideDone(folder.path, 'import', 'runs', file)
  const station = await openQuestionedStation(folder)
  const scan = async (text: string): Promise<number> => {
    const from = performance.now()
    const { sound, title, message } = await station.api.scanning.submit({ text })
    if (sound !== 'accepted' && sound !== 'line-complete') throw new Error(`${text}: ${title}. ${message}`)
    return performance.now() - from
  }
  try {
    const samples: number[] = []
    await scan('DS:HOME')
    await scan(`DS:RUN:${run}`)
    for (const serials of boards) {
      for (const text of [...serials, lot]) samples.push(await scan(text))
      for (const text of [glue, `DS:LOC:${glueAt}`, 'DS:DONE', 'DS:DONE']) await scan(text)
    }
    await scan('DS:HOME')
    return samples
  } finally {
    await station.close()
  }
}

/** What is in stock for the module of which most can be built, and for at most {@link MOST_UNITS}. */
function componentsIn({ path }: GrownFolder) {
  const db = openReadable(databaseFile(path))
  try {
    const [best] = MODULES.map((module) => ({ ...module, boards: boardsInStock(db, module.boards) })).toSorted(
      (a, b) => b.boards.length - a.boards.length
    )
    const [lot] = all<{ lot: string }>(
      db,
      `SELECT lot.lot FROM inventory_row JOIN lot ON lot.id = lot_id JOIN part ON part.id = lot.part_id
       WHERE part_number = ? AND inventory_row.quantity > 0 GROUP BY lot_id
       HAVING count(*) = 1 AND sum(inventory_row.quantity) > 100000000 ORDER BY lot_id DESC LIMIT 1`,
      LOT_COMPONENT
    )
    const [glue] = all<{ location: string }>(
      db,
      `SELECT location FROM inventory_row JOIN part ON part.id = part_id
       WHERE part_number = ? AND quantity > 0 ORDER BY quantity DESC LIMIT 1`,
      best?.glue
    )
    if (!best || best.boards.length === 0 || !lot || !glue) {
      throw new Error(`${path} has no stock left to build of. Remove it, so that it is generated anew.`)
    }
    return { ...best, lot: lot.lot, glueAt: glue.location }
  } finally {
    db.close()
  }
}

/** The serials of one board of each kind, for each unit that can be built. */
function boardsInStock(db: ReadableDb, parts: readonly string[]): readonly (readonly string[])[] {
  const serials = parts.map((part) => serialsInStock(db, part))
  const units = Math.min(...serials.map(({ length }) => length))
  return Array.from({ length: units }, (_, unit) => serials.flatMap((each) => each[unit] ?? []))
}

function serialsInStock(db: ReadableDb, part: string): readonly string[] {
  return all<{ serial: string }>(
    db,
    `SELECT serial FROM inventory_row JOIN part ON part.id = part_id
     WHERE part_number = ? AND quantity > 0 AND serial IS NOT NULL LIMIT ${MOST_UNITS}`,
    part
  ).map(({ serial }) => serial)
}

function numbered(prefix: string, number: number): string {
  return `${prefix}-${String(number).padStart(3, '0')}`
}
