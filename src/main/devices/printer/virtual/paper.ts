import { appendFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StationError } from '../../../../core/errors.ts'
import { createDrawingQueue } from './drawing-queue.ts'
import { labelName } from './label-name.ts'
import { readOdometer, writeOdometer } from './odometer.ts'
import { paperLine, type PaperPiece } from './paper-piece.ts'

/** What a virtual printer prints on, and what it remembers without power. */
export interface Paper {
  readonly uniqueId: string
  totalLabelCount(): number
  /** Puts a format on paper as many times as it asks for. Throws `data-folder-unusable` when it cannot. */
  print(format: Uint8Array, copies: number): void
  /** A piece that is no good comes out: torn on its way, or with nothing on it. Some printers count it nevertheless. */
  spoil(format: Uint8Array, quality: 'torn' | 'blank', isCounted: boolean): void
  /** Resolves when the pictures of everything printed so far are drawn or have failed. */
  idle(): Promise<void>
  close(): Promise<void>
}

export interface PaperSettings {
  readonly folder: string
  /** Absent: labels are left as ZPL alone. */
  readonly draw?: ((zpl: Uint8Array) => Promise<Uint8Array>) | undefined
  readonly onProblem: (problem: StationError) => void
  /** Who the printer is, where its folder does not say so yet. */
  readonly uniqueId?: string | undefined
  readonly onPiece?: ((piece: PaperPiece) => void) | undefined
}

/** Paper that nobody looks at: labels are counted and gone. */
export function createPlainPaper(uniqueId: string, onPiece: (piece: PaperPiece) => void = () => {}): Paper {
  let count = 0
  return {
    uniqueId,
    totalLabelCount: () => count,
    print: (format, copies) => {
      count += copies
      onPiece({ quality: 'good', copies, format, totalLabelCount: count })
    },
    spoil: (format, quality, isCounted) => {
      if (isCounted) count += 1
      onPiece({ quality, copies: 1, format, totalLabelCount: count })
    },
    idle: () => Promise.resolve(),
    close: () => Promise.resolve()
  }
}

/**
 * Paper in a folder: `NNNNNN-<text>.zpl` holds a label's bytes, the `.png` beside it its picture, drawn a little later.
 * The number is the odometer's after the label, so that a label on the screen is found by its evidence. `paper.jsonl`
 * has a line for each piece that came out, torn and blank ones among them, in order.
 *
 * A label's bytes are on disk before it counts; pictures that were not drawn when the program ended are drawn now.
 * Throws `data-folder-unusable`.
 */
export function openPaperFolder(settings: PaperSettings): Paper {
  const { folder, draw, onProblem, onPiece = () => {} } = settings
  const odometer = openOdometer(folder, settings.uniqueId)
  const drawings = draw && createDrawingQueue(draw, onProblem)
  let count = odometer.totalLabelCount
  let savedCount = count
  let saving: NodeJS.Timeout | undefined

  for (const path of undrawn(folder)) drawings?.add(path)

  function save(): void {
    clearTimeout(saving)
    saving = undefined
    if (savedCount === count) return
    try {
      writeOdometer(folder, { uniqueId: odometer.uniqueId, totalLabelCount: count })
      savedCount = count
    } catch (error) {
      onProblem(folderUnusable(folder, error))
    }
  }

  function keep(piece: PaperPiece): void {
    onPiece(piece)
    try {
      appendFileSync(join(folder, RECORD_NAME), paperLine(piece))
    } catch (error) {
      onProblem(folderUnusable(folder, error))
    }
  }

  return {
    uniqueId: odometer.uniqueId,
    totalLabelCount: () => count,
    print: (format, copies) => {
      const path = join(folder, `${labelName(count + copies, format)}.zpl`)
      writeLabel(folder, path, format)
      count += copies
      // The labels in the folder tell the count too, so the file may lag behind a fast run.
      saving ??= setTimeout(save, SAVE_DELAY_MS)
      drawings?.add(path)
      keep({ quality: 'good', copies, format, totalLabelCount: count })
    },
    spoil: (format, quality, isCounted) => {
      if (isCounted) count += 1
      save()
      keep({ quality, copies: 1, format, totalLabelCount: count })
    },
    idle: () => drawings?.idle() ?? Promise.resolve(),
    close: async () => {
      await drawings?.close()
      save()
    }
  }
}

const SAVE_DELAY_MS = 200
const RECORD_NAME = 'paper.jsonl'

function openOdometer(folder: string, uniqueId: string | undefined): ReturnType<typeof readOdometer> {
  try {
    mkdirSync(folder, { recursive: true })
    const odometer = readOdometer(folder, uniqueId)
    writeOdometer(folder, odometer)
    return odometer
  } catch (error) {
    throw folderUnusable(folder, error)
  }
}

function writeLabel(folder: string, path: string, format: Uint8Array): void {
  try {
    writeFileSync(path, format)
  } catch (error) {
    throw folderUnusable(folder, error)
  }
}

function undrawn(folder: string): readonly string[] {
  const names = readdirSync(folder)
  const drawn = new Set(names.filter((name) => name.endsWith('.png')).map((name) => name.slice(0, -4)))
  return names
    .filter((name) => name.endsWith('.zpl') && !drawn.has(name.slice(0, -4)))
    .sort()
    .map((name) => join(folder, name))
}

function folderUnusable(folder: string, error: unknown): StationError {
  const reason = error instanceof Error ? error.message : String(error)
  return new StationError(
    'data-folder-unusable',
    `The virtual printer cannot write to its folder ${folder}: ${reason}. Free some space, or allow writing there.`,
    { cause: error, details: { folder } }
  )
}
