/** The largest file that an issue takes: a photo of any phone, or a report. */
export const MAX_ATTACHMENT_BYTES = 20 * 1024 * 1024

export const MAX_FILE_NAME_LENGTH = 120

/** What a file is, by its first bytes: neither its name nor who sent it is believed. */
export type MediaType =
  'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'application/pdf' | 'application/octet-stream'

const SIGNATURES: readonly (readonly [MediaType, string, number])[] = [
  // PNG, third edition, section 5.2; ITU-T T.81; GIF89a, section 17; ISO 32000-2, section 7.5.2.
  ['image/png', '89504e470d0a1a0a', 0],
  ['image/jpeg', 'ffd8ff', 0],
  ['image/gif', '474946383761', 0],
  ['image/gif', '474946383961', 0],
  ['application/pdf', '255044462d', 0]
]

export function mediaTypeOf(bytes: Uint8Array): MediaType {
  const head = hexOf(bytes.subarray(0, 16))
  const found = SIGNATURES.find(([, signature, at]) => head.startsWith(signature, at * 2))
  if (found) return found[0]
  // RFC 9649, section 2.4: RIFF, four bytes of length, WEBP.
  return head.startsWith('52494646') && head.startsWith('57454250', 16) ? 'image/webp' : 'application/octet-stream'
}

/** Whether the window shows it. What could hold script, such as SVG, is a file like any other and is never shown. */
export function isShownAsImage(mediaType: string): boolean {
  return ['image/png', 'image/jpeg', 'image/gif', 'image/webp'].includes(mediaType)
}

/**
 * A file's name as it is kept and shown: no folders, nothing that steers a screen or that a system does not allow in a
 * name, and never empty. The bytes are kept under their hash; this name is only ever shown and given to copies.
 */
export function cleanFileName(text: string): string {
  const last = text.split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(clean) ? `_${clean}` : clean
  return reserved === '' ? 'file' : shortened(reserved)
}

/** The end of a name says what kind of file it is, so that it stays. */
function shortened(name: string): string {
  if (name.length <= MAX_FILE_NAME_LENGTH) return name
  const extension = /\.[^.]{1,10}$/.exec(name)?.[0] ?? ''
  return `${name.slice(0, MAX_FILE_NAME_LENGTH - extension.length)}${extension}`.replace(/[\ud800-\udbff]$/, '')
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
