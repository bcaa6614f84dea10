import type { ComponentChoice } from '../../../../ipc/bom-views.ts'

/** A part as a list of choices names it. */
export function labelOf({ partNumber, description }: Pick<ComponentChoice, 'partNumber' | 'description'>): string {
  return description === '' ? partNumber : `${partNumber}, ${description}`
}

/** `DRONE A`, or the number alone where a part has no revisions. */
export function atRevision({
  partNumber,
  revision
}: {
  readonly partNumber: string
  readonly revision: string
}): string {
  return revision === '' ? partNumber : `${partNumber} ${revision}`
}
