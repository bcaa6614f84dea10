/** What a file brings in. */
export type ImportKind = 'parts' | 'locations' | 'orders' | 'expected' | 'boms' | 'runs'

export const IMPORT_KINDS: readonly ImportKind[] = ['parts', 'locations', 'orders', 'expected', 'boms', 'runs']
