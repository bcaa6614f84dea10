/** Scanned bytes as text: UTF-8 where they are valid UTF-8, else Latin-1. Control characters stay as they are. */
export function bytesToText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return Buffer.from(bytes).toString('latin1')
  }
}
