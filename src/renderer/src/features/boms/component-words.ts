import type { ComponentChoice } from '../../../../ipc/bom-views.ts'

/** A part as a list of choices names it. */
export function labelOf({ partNumber, description }: Pick<ComponentChoice, 'partNumber' | 'description'>): string {
  return description === '' ? partNumber : `${partNumber}, ${description}`
}
