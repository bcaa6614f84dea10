import { parentPort } from 'node:worker_threads'
import { ready } from 'zpl-renderer-js'
import type { DrawReply, DrawRequest } from './draw-label-messages.ts'

/**
 * Draws ZPL as a printer would, in a thread of its own: the renderer takes a third of a second to start and tens of
 * milliseconds for each label.
 */
parentPort?.on('message', (request: DrawRequest) => {
  draw(request).then(
    (png) => reply({ kind: 'drawn', png }),
    (error: unknown) => reply({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
  )
})

async function draw({ zpl, widthDots, heightDots, dotsPerMm }: DrawRequest): Promise<Uint8Array> {
  const { api } = await ready
  // The renderer rounds millimetres up to dots: half a dot less comes out at exactly the dots that are meant.
  const widthMm = (widthDots - 0.5) / dotsPerMm
  const heightMm = (heightDots - 0.5) / dotsPerMm
  return Buffer.from(await api.zplToBase64Async(zpl, widthMm, heightMm, dotsPerMm), 'base64')
}

function reply(message: DrawReply): void {
  parentPort?.postMessage(message)
}
