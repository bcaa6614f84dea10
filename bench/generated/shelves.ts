import { assert } from '../../src/core/assert.ts'
import { quantityOf } from '../../src/core/quantity.ts'
import type { Components } from './builds.ts'
import type { Catalogue, CataloguePart } from './catalogue.ts'
import type { DeliveryLine, Receiving } from './deliveries.ts'
import type { Random } from '../../src/core/random.ts'
import { UNIT, type StockRow } from './stock.ts'

/** What is in stock, to be taken for building, moving and removing. */
export interface Shelves {
  put(row: StockRow): void
  /** What a unit takes of a part: the newest that is there, or else what is bought for it. */
  take(part: CataloguePart, millionths: number): Components[number]
  /** Buys on one order: for each line serial units, or so much of a new lot or of a counted part. */
  buy(lines: readonly DeliveryLine[]): void
  anything(): StockRow
  readonly recalls: readonly Recall[]
}

/** A lot and how many units it goes into, unless the history ends before. */
export interface Recall {
  readonly lot: string
  readonly part: string
  readonly units: number
}

export const LOT_SIZE = 1_000
export const UNITS_A_LINE = 40

/** The most that a unit takes of a lot or of a counted part. */
const LEAST = quantityOf(4)

export function createShelves(
  receiving: Receiving,
  { screw }: Catalogue,
  random: Random,
  recalls: readonly number[]
): Shelves {
  const free = new Map<CataloguePart, StockRow[]>()
  const opened = new Map<CataloguePart, StockRow>()
  const everything: StockRow[] = []
  const receive = (lines: readonly DeliveryLine[]): readonly StockRow[] =>
    receiving.receive({ supplier: `Supplier ${1 + random.below(40)}`, lines })
  const recalled = recalls.map((units) => {
    const [row] = receive([{ part: screw, count: units * 4 }])
    assert(row?.lot, 'a lot was received')
    return { row, lot: row.lot.text, part: screw.number, units }
  })

  function put(row: StockRow): void {
    everything.push(row)
    const list = free.get(row.part)
    if (list) list.push(row)
    else free.set(row.part, [row])
  }

  function buy(lines: readonly DeliveryLine[]): void {
    receive(lines).forEach(put)
  }

  function takeNext(part: CataloguePart): StockRow {
    for (;;) {
      const row = free.get(part)?.pop()
      if (!row) buy([{ part, count: part.tracking === 'serial' ? UNITS_A_LINE : LOT_SIZE }])
      else if (row.millionths >= (part.tracking === 'serial' ? UNIT : LEAST)) return row
    }
  }

  return {
    put,
    buy,
    take(part, millionths) {
      if (part.tracking === 'serial') {
        return Array.from({ length: millionths / UNIT }, () => ({ row: takeNext(part), millionths: UNIT }))
      }
      const recall = part === screw ? recalled.find(({ row }) => row.millionths >= millionths) : undefined
      let row = recall?.row ?? opened.get(part)
      if (!row || row.millionths < millionths) {
        row = takeNext(part)
        opened.set(part, row)
      }
      return [{ row, millionths }]
    },
    anything() {
      for (;;) {
        const at = random.below(everything.length)
        const row = everything[at]
        assert(row, 'something is there')
        if (row.millionths > 0) return row
        const last = everything.pop()
        if (last && last !== row) everything[at] = last
      }
    },
    recalls: recalled.map(({ lot, part, units }) => ({ lot, part, units }))
  }
}
