import type { Sound } from '../../src/core/scan-sound.ts'
import { supplierLabel } from '../drive/supplier-label.ts'

/** One scan of the demo: what the clerk does, and which sound the station must answer with. */
export interface ScanStep {
  readonly kind: 'scan'
  readonly words: string
  readonly scan: string
  readonly hears: Sound
}

/** A moment worth a picture. */
export interface PictureStep {
  readonly kind: 'picture'
  readonly name: string
}

export type Step = ScanStep | PictureStep

/** The order of the sample data that is received. */
export const ORDER = 'PO-2026-0417'

/** Boards bear the maker's serials: `FC7C-` and six digits. */
const board = (number: number): string => `FC7C-${String(4710 + number).padStart(6, '0')}`

const boardLabel = (number: number): string =>
  supplierLabel('1PAER-FC7700-C', `S${board(number)}`, '1TW26-44', `K${ORDER}`)

const scan = (words: string, text: string, hears: Sound = 'accepted'): ScanStep => ({
  kind: 'scan',
  words,
  scan: text,
  hears
})
const picture = (name: string): PictureStep => ({ kind: 'picture', name })
const boards = (from: number, to: number): readonly ScanStep[] =>
  Array.from({ length: to - from + 1 }, (_, index) =>
    scan(`scans the serial of board ${from + index}`, board(from + index))
  )

/** A delivery at the dock, by scans alone. */
export const STORY: readonly Step[] = [
  picture('orders'),
  scan('scans a quantity before any order: refused', 'DS:QTY:12', 'refused'),
  scan('scans the order on the delivery note', ORDER),
  picture('order'),

  scan('scans where the boards go: the ESD cabinet', 'DS:LOC:ESD-01'),
  scan('scans the supplier’s label on the first board, which says part, serial and lot', boardLabel(1)),
  ...boards(2, 7),
  scan('scans a board twice: refused', board(3), 'duplicate'),
  picture('duplicate'),
  scan('scans the part number in place of a serial: refused', 'FC-7700', 'refused'),
  ...boards(8, 8),
  scan('takes the last one back, since its connector is bent', 'DS:UNDO'),
  ...boards(9, 9),
  picture('serials'),
  scan('is done with the boards that came so far', 'DS:DONE', 'line-complete'),

  scan('scans a board that is in stock already: refused', boardLabel(1), 'duplicate'),
  scan('goes on with the boards of the second box', 'AER-FC7700-C'),
  scan('scans a board of the first box: refused, with whose it is', board(2), 'duplicate'),
  ...boards(10, 13),
  scan('is done with the boards', 'DS:DONE', 'line-complete'),

  scan('scans where the brackets go', 'RACK-A-01'),
  scan('scans the brackets: the station numbers them', 'BR-2041'),
  picture('numbers'),
  scan('is done: all 25 are there', 'DS:DONE', 'line-complete'),

  scan('scans where the O-rings go', 'DS:LOC:RACK-B-01'),
  scan(
    'scans the supplier’s label on the O-rings, which says part, lot, quantity and expiry',
    supplierLabel('POR-0560', '1PDICHT-56X3-FKM75', '1TN-2291-B', 'Q500', '14D20311001')
  ),
  picture('lot'),
  scan('is done with the O-rings', 'DS:DONE', 'line-complete'),

  scan('scans where the adhesive goes: the cold store', 'DS:LOC:COLD-01'),
  scan(
    'scans the supplier’s label on the adhesive, whose lots the station numbers itself',
    supplierLabel('1PEPX-3425-50', '1TEPX-88213', 'Q24', '14D20270930')
  ),
  scan('is done with the adhesive', 'DS:DONE', 'line-complete'),

  scan('scans where the screws go', 'DS:LOC:BIN-SCREWS'),
  scan('scans the GTIN on a bag of screws', '4260123450038'),
  scan('counts 1,800 of 2,000', 'DS:QTY:1800'),
  picture('count'),
  scan('is done with the screws', 'DS:DONE', 'line-complete'),
  scan('scans the screws again', 'SC-M4X12'),
  scan('says more than is open: refused', 'DS:QTY:500', 'refused'),
  scan('leaves the line', 'DS:CANCEL'),

  scan('closes the receipt, which names what is short', 'DS:DONE', 'line-complete'),
  picture('closed')
]
