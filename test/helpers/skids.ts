import type { PartId } from '../../src/core/ids.ts'
import type { StationContext } from '../../src/main/services/context.ts'
import { reportOf, type TraceReport } from '../../src/main/services/tracing/report.ts'
import { putBomLine } from '../../src/main/store/bom.ts'
import { transaction } from '../../src/main/store/database.ts'
import { findPart, putPart } from '../../src/main/store/part.ts'
import { putRun } from '../../src/main/store/run.ts'
import { ONE_GEARBOX, putStock, quantity, stockedStation } from './assembly.ts'
import { PLAIN_PART, scan } from './store.ts'

/**
 * Everything built by scan, three levels deep. 10 kg of paint P-1 were made from 20 kg of resin R-1, and 20 washers from
 * screws. Gearbox GB-0001 has motors M1 and M2, 1.5 m of cable C-1, 4 screws, and head SH-001 that was made inside it from
 * board B1 and 0.25 kg of resin R-1. Skid SK-001 has that gearbox, 0.5 kg of paint P-1 and 2 washers, and lies at FG-01.
 */
export function stationWithSkid(): StationContext {
  const station = stockedStation()
  const { db } = station
  transaction(db, () => {
    const skid = putPart(db, {
      ...PLAIN_PART,
      partNumber: 'SKID',
      description: 'Skid',
      tracking: 'serial',
      serialSource: 'generated',
      serialPattern: 'SK-{###}'
    })
    for (const [component, revision, count] of [
      ['GEARBOX', 'B', '1'],
      ['PAINT', '', '0.5'],
      ['WASHER', '', '2']
    ] as const) {
      putBomLine(db, {
        partId: skid,
        revision: '',
        componentId: partId(station, component, revision),
        componentRevision: null,
        quantity: quantity(count),
        madeOnAssembly: false,
        substitutes: []
      })
    }
    putRun(db, { run: 'S-1', partId: skid, revision: '', quantity: quantity('2'), due: null })
  })
  putStock(station, 'RESIN', { lot: 'R-1', quantity: '27' })
  scan(station, 'DS:RUN:P-1', 'R-1', 'DS:DONE', 'DS:HOME')
  scan(station, 'DS:RUN:W-1', 'SCREW', 'DS:DONE', 'DS:DONE', 'DS:HOME')
  scan(station, 'DS:RUN:G-1', ...ONE_GEARBOX(['M1', 'M2'], 'B1'), 'DS:DONE', 'DS:HOME')
  scan(station, 'DS:RUN:S-1', 'GB-0001', 'P-1', 'WASHER', 'DS:DONE', 'DS:DONE', 'DS:HOME')
  scan(station, 'DS:LOC:FG-01', 'SK-001', 'DS:HOME')
  return station
}

function partId({ db }: StationContext, number: string, revision: string): PartId {
  const part = findPart(db, number, revision)
  if (!part) throw new Error(`there is a part ${number}`)
  return part.id
}

/** All that the station can tell of a code. */
export function report({ db }: StationContext, code: string, part: string | null = null): TraceReport {
  const outcome = reportOf(db, code, part)
  if (outcome.kind !== 'found') throw new Error(`${code} is ${outcome.kind}`)
  return outcome.report
}
