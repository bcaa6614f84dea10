import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { supplierLabel } from '../../../../scripts/drive/supplier-label.ts'
import type { ImportKind } from '../../../../src/core/importing/import-kind.ts'
import { importFile } from '../../../../src/main/services/importing.ts'
import { changeActive } from '../../../../src/main/services/operators/staff.ts'
import { eachEvent } from '../../../../src/main/store/event.ts'
import { withOperators } from '../../../helpers/operators.ts'
import { scan, stationWithOrder, stock } from '../../../helpers/store.ts'

const folder = mkdtempSync(join(tmpdir(), 'dockside-badges-'))
afterAll(() => rmSync(folder, { recursive: true }))

const FILES: readonly (readonly [ImportKind, string, string, string])[] = [
  ['parts', 'part_number', 'part_number,tracking', 'B-KIM,untracked'],
  ['parts', 'supplier_part_numbers', 'part_number,tracking,supplier_part_numbers', 'P-9,untracked,X-1;B-KIM'],
  ['locations', 'code', 'code', 'B-KIM'],
  ['orders', 'order', 'order,supplier,line,part_number,quantity', 'B-KIM,Nordwerk,1,UNTRACKED,5'],
  ['expected', 'serial', 'order,line,serial', 'PO-1,1,B-KIM'],
  ['expected', 'lot', 'order,line,lot,quantity', 'PO-1,1,B-KIM,1']
]

function fileOf(kind: ImportKind, ...lines: readonly string[]): string {
  const file = join(folder, `${kind}.csv`)
  writeFileSync(file, lines.join('\n'))
  return file
}

describe('a code that is the badge of an operator', () => {
  it.each(FILES)('is refused in a file of %s, as %s, and nothing is imported', (kind, column, header, row) => {
    const station = stationWithOrder()
    withOperators(station)
    const before = [...eachEvent(station.db)].length
    expect(importFile(station, kind, fileOf(kind, header, row))).toMatchObject({
      kind: 'refused',
      problems: expect.arrayContaining([
        expect.objectContaining({ line: 2, column, reason: expect.stringContaining('the badge of an operator') })
      ])
    })
    expect([...eachEvent(station.db)]).toHaveLength(before)
  })

  it('is taken over where its operator has left', () => {
    const station = stationWithOrder()
    const { kim } = withOperators(station)
    changeActive(station, kim, false)
    expect(importFile(station, 'locations', fileOf('locations', 'code', 'B-KIM'))).toMatchObject({ kind: 'imported' })
  })

  it('is refused as the serial on a supplier’s label, without saying the code', () => {
    const station = stationWithOrder()
    withOperators(station)
    const before = stock(station)
    const { answer } = scan(station, 'PO-1', 'CAPTURED', supplierLabel('PCAPTURED', 'SB-KIM'))
    expect(answer).toMatchObject({ sound: 'refused', title: 'That is a badge' })
    expect(answer.message).not.toContain('B-KIM')
    expect(stock(station)).toEqual(before)
  })

  it('is refused as the lot on a supplier’s label', () => {
    const station = stationWithOrder()
    withOperators(station)
    const { answer } = scan(station, 'PO-1', 'SUPPLIER-LOT', supplierLabel('PSUPPLIER-LOT', '1TB-LEA'))
    expect(answer).toMatchObject({ sound: 'refused', title: 'That is a badge' })
  })
})
