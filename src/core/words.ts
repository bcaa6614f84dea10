export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A scanned text for a message: short, with what cannot be seen made visible. */
export function shown(text: string): string {
  const visible = text.replace(
    /[\u0000-\u001f\u007f]/g,
    (character) => `<${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}>`
  )
  return visible.length > 60 ? `${visible.slice(0, 59)}…` : visible
}

/** `GEARBOX B`, or the number alone where a part has no revisions. */
export function atRevision({
  partNumber,
  revision
}: {
  readonly partNumber: string
  readonly revision: string
}): string {
  return revision === '' ? partNumber : `${partNumber} ${revision}`
}
