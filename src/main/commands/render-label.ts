import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { StationError } from '../../core/errors.ts'
import type { LabelContent } from '../../labels/content.ts'
import type { Media } from '../../labels/media.ts'
import { describeLabelRefusal } from '../../labels/refusal.ts'
import { renderLabel } from '../../labels/render.ts'
import { usableConfig } from '../config-file.ts'
import type { StationConfig } from '../config.ts'
import type { ReadableDb } from '../store/database.ts'
import { newestLabelOf, zplOf } from '../store/label.ts'
import { findLocation, type Location } from '../store/location.ts'
import { createLabelDrawer } from '../workers/label-drawer.ts'
import { workerFile } from '../worker-file.ts'
import { reading } from './open.ts'
import { done, type CommandResult } from './result.ts'
import { visible } from './text-table.ts'

/** Draws a label from the very bytes that were sent, or, before that, from what its printer would be sent. */
export async function renderLabelFile(
  dataFolder: string,
  code: string,
  out: string,
  programFolder: string
): Promise<CommandResult> {
  const { label, copy, zpl, media } = await reading(dataFolder, (db) => labelToDraw(db, dataFolder, code))
  const drawer = createLabelDrawer({ workerFile: workerFile(programFolder, 'draw-label') })
  try {
    const file = resolve(out)
    writePng(file, await drawer.draw(zpl, media))
    return done({ label, copy, file }, `${label === null ? visible(code) : `${label} copy ${copy}`} drawn: ${file}`)
  } finally {
    await drawer.close()
  }
}

function labelToDraw(db: ReadableDb, dataFolder: string, code: string) {
  const label = newestLabelOf(db, code)
  const location = label ? undefined : findLocation(db, code)
  if (location) return placeToDraw(dataFolder, location)
  if (!label) {
    throw new StationError(
      'not-found',
      `No label of ${code} is in the ledger: give a serial, a lot, a place or a label's number.`
    )
  }
  const media = mediaOf(usableConfig(dataFolder), label.printer)
  const zpl = zplOf(db, label.id) ?? zplOfContent(JSON.parse(label.content) as LabelContent, media)
  return { label: label.label, copy: label.copy, zpl, media }
}

/** The label that a place would get. It has no number before it is printed. */
function placeToDraw(dataFolder: string, { code, description }: Location) {
  const config = usableConfig(dataFolder)
  const media = mediaOf(config, config.labels.location)
  const content: LabelContent = { kind: 'location', label: UNNUMBERED, copy: 1, code, description }
  return { label: null, copy: 1, zpl: zplOfContent(content, media), media }
}

const UNNUMBERED = 'DS00000000'

function zplOfContent(content: LabelContent, media: Media): Uint8Array {
  const rendering = renderLabel(content, media)
  if (!rendering.ok) throw new StationError('label-does-not-fit', describeLabelRefusal(rendering.refusal))
  return rendering.zpl
}

function mediaOf(config: StationConfig, printer: string): Media {
  const found = config.printers.find(({ id }) => id === printer)
  if (!found) {
    throw new StationError(
      'not-found',
      `The label's printer ${printer} is not set up in station.json, so nobody knows the size of its labels.`
    )
  }
  return { ...found.media, dpi: found.dpi }
}

function writePng(file: string, png: Uint8Array): void {
  try {
    writeFileSync(file, png)
  } catch (error) {
    throw new StationError('data-folder-unusable', `${file} cannot be written. Choose another place for the picture.`, {
      cause: error
    })
  }
}
