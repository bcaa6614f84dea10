/** The file name of a label, without its ending: the odometer's count and the first text that stands on it. */
export function labelName(count: number, format: Uint8Array): string {
  return `${String(count).padStart(6, '0')}-${firstText(format) || 'label'}`
}

function firstText(format: Uint8Array): string {
  const zpl = Buffer.from(format).toString('latin1')
  for (const match of zpl.matchAll(/\^F[DV]([^^]*)/gi)) {
    const text = (match[1] ?? '').replaceAll(/[\\_][0-9a-f]{2}/gi, '-')
    const name = text.replaceAll(/[^A-Za-z0-9.-]+/g, '-').replaceAll(/^[-.]+|[-.]+$/g, '')
    if (name !== '') return name.slice(0, MAX_TEXT_LENGTH)
  }
  return ''
}

const MAX_TEXT_LENGTH = 40
