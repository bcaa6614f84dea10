import { parseGtin } from '../../src/core/barcode/gtin.ts'
import { UTC, type Day } from '../../src/core/clock.ts'
import type { CountId, IssueId, LotId, OrderId, OrderLineId, PartId, RowId } from '../../src/core/ids.ts'
import type { StockRow } from '../../src/core/inventory/stock-directory.ts'
import type { Part } from '../../src/core/part.ts'
import type { Hold } from '../../src/core/quality/hold.ts'
import { quantityOf, ZERO } from '../../src/core/quantity.ts'
import type { StationDirectory } from '../../src/core/session/directory.ts'
import { fakeAssembly, type AssemblyContents } from './assembly.ts'
import type { KnownLot, ReceivingLine, SerialHolder } from '../../src/core/receiving/directory.ts'

export interface DirectoryContents {
  readonly lines: readonly ReceivingLine[]
  readonly serials?: readonly SerialHolder[]
  readonly lots?: readonly KnownLot[]
  readonly locations?: readonly string[]
  readonly stock?: readonly StockRow[]
  readonly assembly?: AssemblyContents
  readonly operators?: StationDirectory['operators']
  readonly printing?: StationDirectory['printing']
  readonly teaching?: Partial<StationDirectory['teaching']>
  /** Places that are in the open count C-1. */
  readonly openPlaces?: readonly string[]
  /** What the supplier has announced for every line. */
  readonly announced?: Partial<Readonly<Record<'serial' | 'lot', readonly string[]>>>
  /** Texts that name a part besides its number. */
  readonly aliases?: Readonly<Record<string, PartId>>
}

/** The issue that holds every row whose status says so. */
const HELD: Hold = { issue: 1 as IssueId, number: 'Q-2026-00001', title: 'Cracked housing' }

function holdsOn(rows: readonly StockRow[]): readonly Hold[] {
  return rows.length === 0 ? [] : [HELD]
}

/** One order, PO-1, with the given lines; PO-2 is another order without lines. */
export function fakeDirectory(contents: DirectoryContents): StationDirectory {
  const { lines, serials = [], lots = [], locations = [], stock = [], openPlaces = [], aliases = {} } = contents
  const { operators = { any: false, signedIn: null, approval: null } } = contents
  const orders = [
    { id: 1 as OrderId, order: 'PO-1', supplier: 'Nordwerk' },
    { id: 2 as OrderId, order: 'PO-2', supplier: 'Nordwerk' }
  ]
  return {
    today: '2026-11-23' as Day,
    local: UTC,
    order: (number) => orders.find(({ order }) => order === number),
    orderAt: (id) => orders.find((order) => order.id === id),
    lines: (order) => (order === 1 ? lines : []),
    line: (line) => lines.find(({ id }) => id === line),
    partsNamed(text) {
      const gtin = parseGtin(text)
      const named = lines.filter(({ part }) => part.partNumber === text || (gtin !== undefined && part.gtin === gtin))
      const alias = Object.hasOwn(aliases, text) ? aliases[text] : undefined
      return [...new Set([...named.map(({ part }) => part.id), ...(alias === undefined ? [] : [alias])])]
    },
    serial: (serial) => serials.find((holder) => holder.serial === serial),
    lotsNamed: (text) => lots.filter(({ lot, supplierLot }) => lot === text || supplierLot === text),
    isAnnounced: (_line, what, code) =>
      contents.announced?.[what] === undefined ? undefined : contents.announced[what].includes(code),
    awaitedSerials: () =>
      (contents.announced?.serial ?? []).filter((serial) => !serials.some((holder) => holder.serial === serial)),
    location: (code) => locations.includes(code),
    nextSerials: (part, count) =>
      part.serialPattern === null
        ? { ok: false, reason: 'no pattern' }
        : { ok: true, first: 'SN-00001', last: `SN-${String(count).padStart(5, '0')}` },
    nextLot: (part) =>
      part.lotPattern === null
        ? { ok: false, reason: `${part.partNumber} has no pattern for lots.` }
        : { ok: true, first: 'LOT-2026-0001', last: 'LOT-2026-0001' },
    assembly: fakeAssembly({ ...contents.assembly, stock }),
    stock: {
      unit: (serial) => stock.find((row) => row.serial === serial),
      lotRows: (lot) => stock.filter((row) => row.tracking === 'lot' && row.lotId === lot && row.quantity > 0),
      untrackedRows: (part) =>
        stock.filter((row) => row.tracking === 'untracked' && row.partId === part && row.quantity > 0),
      trackingOf: (part) => lines.find((line) => line.part.id === part)?.part.tracking,
      lastChange: () => undefined
    },
    operators,
    people: { signIn: 'open', withBadge: () => undefined, withId: () => undefined },
    printing: contents.printing ?? {
      stopped: () => [],
      torn: () => [],
      label: () => undefined,
      isCodeShared: () => false,
      confirmed: () => ({ confirmed: 0, next: null }),
      awaited: () => 0,
      askedFor: () => [],
      labelsAskedFor: () => [],
      newestTest: () => null,
      lossTakesLead: false
    },
    teaching: {
      today: '2026-11-23' as Day,
      names: () => [],
      formats: () => [],
      samples: () => [],
      lastUnread: () => undefined,
      knownCodes: () => [],
      ...contents.teaching
    },
    quality: {
      holdsOnRow: (row) => holdsOn(stock.filter(({ id, status }) => id === row && status === 'on hold')),
      holdsOnLot: (lot) => holdsOn(stock.filter(({ lotId, status }) => lotId === lot && status === 'on hold')),
      issueNumbered: (text) => (text === HELD.number ? text : undefined)
    },
    counts: {
      at: (location) =>
        openPlaces.includes(location)
          ? {
              id: 1 as CountId,
              count: 'C-1',
              blind: true,
              places: openPlaces.map((each) => ({ location: each, operator: 'kim', finished: true }))
            }
          : undefined,
      numbered: () => undefined,
      entries: () => 0,
      lastEntry: () => undefined,
      countedUnit: () => undefined,
      countedPile: () => undefined,
      part(id) {
        const part = lines.find((line) => line.part.id === id)?.part
        return { partNumber: part?.partNumber ?? '', unit: part?.unit ?? '', revisions: [part?.revision ?? ''] }
      },
      isStockedAsLot: () => true,
      stockAt: (location, goods) =>
        stock.filter((row) => row.location === location && row.partId === goods.part && row.tracking === goods.kind),
      variance: () => []
    }
  }
}

/** A part with nothing special; what matters to a test is given. */
export function aPart(id: number, more: Partial<Part> = {}): Part {
  return {
    id: id as PartId,
    partNumber: `PART-${id}`,
    tracking: 'untracked',
    unit: 'pcs',
    gtin: null,
    lotSource: null,
    lotPattern: null,
    shelfLifeDays: null,
    inspection: false,
    revision: '',
    description: `Part ${id}`,
    serialSource: null,
    serialPattern: null,
    serialMask: null,
    ...more
  }
}

export function aLine(id: number, part: Part, ordered: number, received = 0): ReceivingLine {
  return {
    id: id as OrderLineId,
    line: String(id),
    part,
    ordered: quantityOf(ordered),
    received: quantityOf(received),
    tolerancePercent: ZERO,
    location: null
  }
}

export function aLot(part: Part, lot: string): KnownLot {
  return { id: 1 as LotId, partId: part.id, lot, supplierLot: null, expiry: null }
}

/** Twelve of a part at DOCK; what matters to a test is given. */
export function aStockRow(id: number, more: Partial<StockRow> = {}): StockRow {
  return {
    id: id as RowId,
    partId: 1 as PartId,
    partNumber: 'PART-1',
    revision: '',
    tracking: 'untracked',
    serial: null,
    lotId: null,
    lot: null,
    location: 'DOCK',
    quantity: quantityOf(12),
    unit: 'pcs',
    status: 'available',
    ...more
  }
}
