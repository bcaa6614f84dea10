import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeCommand } from '../../src/core/barcode/commands.ts'
import { encodeOwnLabel } from '../../src/core/barcode/own-label.ts'
import { parseQuantity } from '../../src/core/quantity.ts'
import type { Media } from '../../src/labels/media.ts'
import { reading } from '../../src/main/commands/open.ts'
import { readConfig } from '../../src/main/config-file.ts'
import type { InventoryOutside, LabelOutside, ReceiptOutside } from '../../src/main/services/outside-rows.ts'
import { allLabels, zplOf } from '../../src/main/store/label.ts'
import type { LabelDrawer } from '../../src/main/workers/label-drawer.ts'
import { docksideJson } from '../drive/command-line.ts'
import { readSymbols } from '../../test/labels/read-symbols.ts'

/** One printed label, held against the store. */
export interface CheckedLabel {
  readonly label: string
  readonly copy: number
  readonly kind: string
  readonly state: string
  /** What the symbols of the drawn label say. */
  readonly dataMatrix: string | null
  readonly code128: string | null
  /** Empty when all is as the store has it. */
  readonly problems: readonly string[]
}

/** What a label's symbols must say, by the store's rows rather than by what was put on the label. */
interface Expected {
  readonly dataMatrix: string
  readonly code128: string
}

/**
 * Draws every label from the very bytes that were sent, reads its symbols with a reader that knows nothing of them, and
 * compares them with what the store holds. Leaves the bytes and the drawings in `folder`.
 */
export async function checkLabels(dataFolder: string, folder: string, drawer: LabelDrawer): Promise<CheckedLabel[]> {
  const labels = await docksideJson<LabelOutside[]>(dataFolder, 'labels')
  const inventory = await docksideJson<InventoryOutside[]>(dataFolder, 'inventory')
  const receipts = await docksideJson<ReceiptOutside[]>(dataFolder, 'receipts')
  const sent = await sentLabels(dataFolder)
  const checked: CheckedLabel[] = []
  for (const label of labels) {
    const name = `${label.label}.${label.copy}`
    const { zpl, code } = sent.get(name) ?? { zpl: null, code: null }
    const media = mediaOf(dataFolder, label.printer)
    const { label: number, copy, kind, state } = label
    const about = { label: number, copy, kind, state, dataMatrix: null, code128: null }
    if (!zpl || !media) {
      checked.push({ ...about, problems: ['was never sent'] })
      continue
    }
    const png = await drawer.draw(zpl, media)
    writeFileSync(join(folder, `${name}.zpl`), zpl)
    writeFileSync(join(folder, `${name}.png`), png)
    const symbols = await readSymbols(png)
    const matrix = symbols.find(({ format }) => format === 'DataMatrix')
    const linear = symbols.find(({ format }) => format === 'Code128')
    const expected = code === null ? expectedOfGoods(label, inventory, receipts) : expectedOfCode(kind, code)
    checked.push({
      ...about,
      dataMatrix: matrix?.text ?? null,
      code128: linear?.text ?? null,
      problems: [
        ...(state === 'printed' ? [] : [`is ${state}, not printed`]),
        ...(matrix?.aim === ']d1' ? [] : [`its Data Matrix says to be ${matrix?.aim ?? 'nothing'}, not ]d1`]),
        ...differs('Data Matrix', matrix?.text, expected?.dataMatrix),
        ...(hasCode128(zpl) ? differs('Code 128', linear?.text, expected?.code128) : [])
      ]
    })
  }
  return checked
}

/** The bytes of each label that was sent, and the text of those that belong to no goods. */
interface Sent {
  readonly zpl: Uint8Array
  readonly code: string | null
}

async function sentLabels(dataFolder: string): Promise<ReadonlyMap<string, Sent>> {
  const sent = new Map<string, Sent>()
  await reading(dataFolder, (db) => {
    for (const { id, label, copy, content } of allLabels(db, null)) {
      const zpl = zplOf(db, id)
      const { code = null } = JSON.parse(content) as { readonly code?: string }
      if (zpl) sent.set(`${label}.${copy}`, { zpl, code })
    }
  })
  return sent
}

/** The line symbol is left out where its bars would become too fine for the label. Escaped text never holds a `^`. */
function hasCode128(zpl: Uint8Array): boolean {
  return Buffer.from(zpl).includes('^BC')
}

function mediaOf(dataFolder: string, printer: string): Media | undefined {
  const config = readConfig(dataFolder)
  const found = config.ok ? config.config.printers.find(({ id }) => id === printer) : undefined
  return found && { ...found.media, dpi: found.dpi }
}

/** A place and a command carry their scan in both symbols. */
function expectedOfCode(kind: string, code: string): Expected {
  const text = kind === 'location' ? encodeCommand({ kind: 'location', code }) : code
  return { dataMatrix: text, code128: text }
}

function expectedOfGoods(
  { label, copy, kind, part_number: partNumber, serial, lot }: LabelOutside,
  inventory: readonly InventoryOutside[],
  receipts: readonly ReceiptOutside[]
): Expected | undefined {
  if (kind === 'unit') {
    const row = inventory.find((each) => each.serial === serial && each.part_number === partNumber)
    if (!row || row.serial === null) return undefined
    const own = { partNumber: row.part_number, serial: row.serial, lot: row.lot ?? row.supplier_lot, quantity: null }
    return { dataMatrix: encodeOwnLabel({ ...own, label, copy }), code128: row.serial }
  }
  const receipt = receipts.find((each) => each.part_number === partNumber && each.lot === lot)
  if (kind !== 'lot' || !receipt || receipt.lot === null) return undefined
  const quantity = parseQuantity(receipt.quantity)
  if (!quantity.ok) return undefined
  const own = { partNumber: receipt.part_number, serial: null, lot: receipt.lot, quantity: quantity.quantity }
  return { dataMatrix: encodeOwnLabel({ ...own, label, copy }), code128: receipt.lot }
}

function differs(symbol: string, found: string | undefined, expected: string | undefined): readonly string[] {
  if (expected === undefined) return [`the store holds nothing that its ${symbol} could stand for`]
  if (found === expected) return []
  return [`its ${symbol} says ${JSON.stringify(found ?? null)}, the store ${JSON.stringify(expected)}`]
}
