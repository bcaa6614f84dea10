import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { StationError } from '../../core/errors.ts'
import type { LabelContent } from '../../labels/content.ts'
import type { Media } from '../../labels/media.ts'
import { describeLabelRefusal } from '../../labels/refusal.ts'
import { renderLabel } from '../../labels/render.ts'
import { readConfig } from '../config.ts'
import type { ReadableDb } from '../store/database.ts'
import { newestLabelOf, zplOf } from '../store/label.ts'
import { createLabelDrawer } from '../workers/label-drawer.ts'
import { workerFile } from '../worker-file.ts'
import { reading } from './open.ts'
import { done, type CommandResult } from './result.ts'

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
    return done({ label, copy, file }, `${label} copy ${copy} drawn: ${file}`)
  } finally {
    await drawer.close()
  }
}

function labelToDraw(db: ReadableDb, dataFolder: string, code: string) {
  const label = newestLabelOf(db, code)
  if (!label) {
    throw new StationError(
      'not-found',
      `No label of ${code} is in the ledger: give a serial, a lot, a place or a label's number.`
    )
  }
  const media = mediaOf(dataFolder, label.printer)
  const sent = zplOf(db, label.id)
  if (sent) return { label: label.label, copy: label.copy, zpl: sent, media }
  const rendering = renderLabel(JSON.parse(label.content) as LabelContent, media)
  if (!rendering.ok) throw new StationError('label-does-not-fit', describeLabelRefusal(rendering.refusal))
  return { label: label.label, copy: label.copy, zpl: rendering.zpl, media }
}

function mediaOf(dataFolder: string, printer: string): Media {
  const config = readConfig(dataFolder)
  if (!config.ok) throw new StationError('config-invalid', `station.json is not usable: ${config.problems.join('; ')}`)
  const found = config.config.printers.find(({ id }) => id === printer)
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
