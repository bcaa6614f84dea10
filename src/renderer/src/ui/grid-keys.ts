/** Where a key leads in a list; absent when it leads nowhere. */
export function indexAfterKey(key: string, index: number, count: number, pageRows: number): number | undefined {
  if (count === 0) return undefined
  const target = targetOf(key, index, count, pageRows)
  return target === undefined ? undefined : Math.min(count - 1, Math.max(0, target))
}

function targetOf(key: string, index: number, count: number, pageRows: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return index + 1
    case 'ArrowUp':
      return index - 1
    case 'PageDown':
      return index + pageRows
    case 'PageUp':
      return index - pageRows
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
