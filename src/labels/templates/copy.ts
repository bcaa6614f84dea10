import type { TextItem } from '../template.ts'

/** A reprint says so, so that two labels of one thing are noticed. */
export function copyMark(copy: number): readonly TextItem[] {
  if (copy === 1) return []
  return [{ field: 'copy', caption: '', text: `copy ${copy}`, breaks: 'never', keep: 'whole', tag: true }]
}

export function labelNumber(label: string): TextItem {
  return { field: 'label', caption: '', text: label, breaks: 'never', keep: 'all-or-nothing' }
}
