import { readFile, rename, writeFile } from 'node:fs/promises'
import { StationError } from '../../../../core/errors.ts'
import type { Media } from '../../../../labels/media.ts'

/** Draws one label as the printer would print it on the media in it: a PNG. */
export type DrawLabel = (zpl: Uint8Array, media: Media) => Promise<Uint8Array>

/** Draws labels behind the printer's back, one after the other, in the order in which they came out. */
export interface DrawingQueue {
  /** Takes the path of a `.zpl` file; its picture comes to stand beside it. */
  add(zplPath: string): void
  /** Resolves when everything added so far is drawn or has failed. */
  idle(): Promise<void>
  /** Finishes the picture in hand and forgets the rest. */
  close(): Promise<void>
}

/** The queue holds names, not labels, so that a long one costs next to nothing. */
export function createDrawingQueue(
  draw: (zpl: Uint8Array) => Promise<Uint8Array>,
  onProblem: (problem: StationError) => void
): DrawingQueue {
  const waiting: string[] = []
  let drawing: Promise<void> | undefined

  async function drawAll(): Promise<void> {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) await drawOne(path)
    drawing = undefined
  }

  async function drawOne(zplPath: string): Promise<void> {
    const pngPath = zplPath.replace(/\.zpl$/, '.png')
    try {
      const png = await draw(await readFile(zplPath))
      // Whoever watches the folder must never find half a picture.
      await writeFile(`${pngPath}.part`, png)
      await rename(`${pngPath}.part`, pngPath)
    } catch (error) {
      onProblem(notDrawn(zplPath, error))
    }
  }

  return {
    add: (zplPath) => {
      waiting.push(zplPath)
      drawing ??= drawAll()
    },
    idle: () => drawing ?? Promise.resolve(),
    close: () => {
      waiting.length = 0
      return drawing ?? Promise.resolve()
    }
  }
}

function notDrawn(zplPath: string, error: unknown): StationError {
  const reason = error instanceof Error ? error.message : String(error)
  return new StationError(
    'label-not-drawn',
    `The virtual printer printed a label but could not draw it: ${reason}. Its bytes are in ${zplPath}.`,
    { cause: error, details: { path: zplPath } }
  )
}
