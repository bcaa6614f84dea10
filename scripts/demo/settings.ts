import type { Media } from '../../src/labels/media.ts'

const UNIT_MEDIA: Media = { widthMm: 51, heightMm: 25, dpi: 203 }
const LOT_MEDIA: Media = { widthMm: 76, heightMm: 51, dpi: 203 }
/** The printer on the network has the finer head. */
export const NETWORK_MEDIA: Media = { widthMm: 51, heightMm: 25, dpi: 300 }

/** `station.json` of the demo: a fixed scanner, two built-in printers, and one on the network. */
export function demoSettings(ports: { readonly scanner: number; readonly printer: number }) {
  return {
    station: { id: 'DOCK-1', site: 'BER', location: 'DOCK' },
    scanners: [{ id: 'fixed', type: 'tcp', listen: `127.0.0.1:${ports.scanner}` }],
    printers: [
      builtIn('units', UNIT_MEDIA),
      builtIn('lots', LOT_MEDIA),
      {
        id: 'network',
        transport: { type: 'tcp', host: '127.0.0.1', port: ports.printer },
        ...entry(NETWORK_MEDIA)
      }
    ],
    labels: { unit: 'units', lot: 'lots', location: 'network' }
  }
}

function builtIn(id: string, media: Media) {
  return { id, transport: { type: 'virtual' }, ...entry(media) }
}

function entry({ widthMm, heightMm, dpi }: Media) {
  return { dpi, media: { widthMm, heightMm } }
}
