import { Worker } from 'node:worker_threads'
import { StationError } from '../../core/errors.ts'
import { dotsPerMm, mediaDots } from '../../labels/media.ts'
import type { Media } from '../../labels/media.ts'
import type { DrawReply, DrawRequest } from './draw-label-messages.ts'

/** Draws labels as a printer would print them, in a thread of its own. */
export interface LabelDrawer {
  /**
   * The first label of a ZPL text as a PNG with one pixel for each dot of the media.
   *
   * Requests wait for one another. Rejects with `label-not-drawn` when the text holds no label, or the thread fails,
   * which then starts anew with the next request.
   */
  draw(zpl: Uint8Array, media: Media): Promise<Uint8Array>
  /** Ends the thread; what still waits is rejected. */
  close(): Promise<void>
}

export interface LabelDrawerOptions {
  /** `draw-label.ts` where Node runs the sources, or what it was bundled to. */
  readonly workerFile: string
  /** How long one label may take; the thread is then given up. */
  readonly timeoutMs?: number
}

export function createLabelDrawer({ workerFile, timeoutMs = 30_000 }: LabelDrawerOptions): LabelDrawer {
  let worker: Worker | undefined
  let closed = false
  let queue: Promise<unknown> = Promise.resolve()

  return {
    draw(zpl, media) {
      const drawing = queue.then(() => drawNext(zpl, media))
      queue = drawing.catch(() => undefined)
      return drawing
    },
    async close() {
      closed = true
      await worker?.terminate()
      await queue
    }
  }

  async function drawNext(zpl: Uint8Array, media: Media): Promise<Uint8Array> {
    if (closed) throw failure('the station is closing')
    const size = mediaDots(media)
    const request = { zpl: Buffer.from(zpl).toString('latin1'), ...size, dotsPerMm: dotsPerMm(media.dpi) }
    const running = (worker ??= start())
    running.ref()
    const reply = await ask(running, request, timeoutMs)
    running.unref()
    if (reply.kind === 'failed') {
      worker = undefined
      await running.terminate()
      throw failure(reply.reason)
    }
    const png = Buffer.from(reply.png.buffer, reply.png.byteOffset, reply.png.byteLength)
    const drawn = { widthDots: png.readUInt32BE(PNG_WIDTH_OFFSET), heightDots: png.readUInt32BE(PNG_WIDTH_OFFSET + 4) }
    if (drawn.widthDots !== size.widthDots || drawn.heightDots !== size.heightDots) {
      throw new Error(`Drawn as ${JSON.stringify(drawn)} where the label is ${JSON.stringify(size)}`)
    }
    return reply.png
  }

  function start(): Worker {
    const started = new Worker(workerFile)
    // A thread may die between two labels: the next one then starts another.
    started.on('error', () => undefined)
    started.on('exit', () => {
      if (worker === started) worker = undefined
    })
    return started
  }
}

/** In the first chunk of every PNG. */
const PNG_WIDTH_OFFSET = 16

function ask(worker: Worker, request: DrawRequest, timeoutMs: number): Promise<DrawReply> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => settle({ kind: 'failed', reason: `it took more than ${timeoutMs} ms` }), timeoutMs)
    const onError = (error: unknown): void => settle({ kind: 'failed', reason: String(error) })
    const onExit = (): void => settle({ kind: 'failed', reason: 'the drawing thread ended' })
    function settle(reply: DrawReply): void {
      clearTimeout(timer)
      worker.off('message', settle)
      worker.off('error', onError)
      worker.off('exit', onExit)
      resolve(reply)
    }
    worker.on('message', settle)
    worker.on('error', onError)
    worker.on('exit', onExit)
    worker.postMessage(request)
  })
}

function failure(reason: string): StationError {
  return new StationError(
    'label-not-drawn',
    `The label could not be drawn: ${reason}. Its printing is not affected; look at the label itself, or try again.`
  )
}
