import { describe, expect, it } from 'vitest'
import { generateFolder } from '../../bench/generated/generate.ts'
import { EVENTS_OF_BUSY_UNIT, NODES_OF_TREE } from '../../bench/generated/landmarks.ts'
import { growthLines, growthOf } from '../../bench/growth.ts'
import { figureOf } from '../../bench/figure.ts'
import { databaseFile } from '../../src/main/commands/open.ts'
import { canonicalJson, type Json } from '../../src/core/event.ts'
import { openReadable, type ReadableDb } from '../../src/main/store/database.ts'
import { verifyStore } from '../../src/main/store/verify.ts'
import { runStation, writeStationConfig } from '../helpers/running-station.ts'
import { newStore } from '../helpers/store.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

const PLAN = { units: 3_000, lots: 150, events: 14_000, recalls: [100] }

describe('a generated history', () => {
  it('is one that the station could have written: verify finds nothing, nothing refers to what is not there', () => {
    const path = temporaryFolder()
    generateFolder(path, PLAN)
    const db = openReadable(databaseFile(path))
    const { checked, problems } = verifyStore(db)
    expect(problems).toEqual([])
    expect(checked.events).toBeGreaterThanOrEqual(PLAN.events)
    expect(checked.numbers).toBeGreaterThanOrEqual(PLAN.units + PLAN.lots)
    expect(db.pragma('foreign_key_check')).toEqual([])
    const texts = db.prepare('SELECT data FROM event').all() as readonly { readonly data: string }[]
    expect(texts.every(({ data }) => data === canonicalJson(JSON.parse(data) as Json))).toBe(true)
    db.close()
  })

  it('leaves every trigger and index as the station has it', () => {
    const path = temporaryFolder()
    generateFolder(path, PLAN)
    const generated = openReadable(databaseFile(path))
    const schemaOf = (db: ReadableDb) =>
      db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all()
    expect(schemaOf(generated)).toEqual(schemaOf(newStore()))
    generated.close()
  })

  it('has what the figures ask for, and a station goes on working with it', async () => {
    const path = temporaryFolder()
    const { busyUnit, treeTop, recalls } = generateFolder(path, PLAN)
    writeStationConfig(path)
    const { station } = await runStation(path)
    const { tracing, scanning } = station.api
    const busy = await tracing.trace({ code: busyUnit, part: null })
    if (busy.kind !== 'found') throw new Error('the busy unit is known')
    // What came of its label stands in its history too.
    expect(busy.trace.history.length + busy.trace.historyLeft).toBe(EVENTS_OF_BUSY_UNIT + 1)
    const tree = await tracing.graph({ code: treeTop, part: null })
    expect(new Set(JSON.stringify(tree).match(/SN-\d{8}/g)).size).toBe(NODES_OF_TREE)
    const [recalled] = recalls
    const rows = await tracing.recall({ code: recalled?.lot ?? '', part: recalled?.part ?? null })
    expect(rows.length).toBeGreaterThanOrEqual(50)
    expect(await scanning.submit({ text: 'DS:LOC:BIN-001' })).toMatchObject({ sound: 'accepted' })
    expect(await scanning.submit({ text: treeTop })).toMatchObject({ title: `${treeTop} to BIN-001` })
  })
})

describe('growth', () => {
  it('is told of what was measured with few and with many units', () => {
    const figure = (grownTo: number | undefined, ms: number) =>
      figureOf({
        name: 'a search',
        scale: '',
        ...(grownTo === undefined ? {} : { grownTo }),
        unit: 'ms',
        samples: [ms, ms]
      })
    const growth = growthOf([figure(10_000, 4), figure(undefined, 9), figure(1_000_000, 6)])
    expect(growthLines(growth)).toBe('a search: p95 4 → 6 ms (× 1.5) from 10,000 to 1,000,000 units')
  })
})
