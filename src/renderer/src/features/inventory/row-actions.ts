import type { RemovalKind } from '../../../../core/inventory/stock-decision.ts'

/** What a person may do with a row of the inventory. */
export type RowAction = 'move' | RemovalKind

export const ROW_ACTIONS: readonly RowAction[] = ['move', 'consumed', 'scrapped', 'archived']

interface ActionWords {
  readonly title: string
  readonly words: string
  readonly usualReasons: readonly string[]
}

export const ACTION_WORDS: Readonly<Record<RowAction, ActionWords>> = {
  move: {
    title: 'Move',
    words: 'It goes to another place. Scanning that place and then the goods does the same.',
    usualReasons: []
  },
  consumed: {
    title: 'Consume',
    words: 'It was used up outside a production run. Its numbers stay taken and its history stays.',
    usualReasons: ['Used in repair', 'Used in testing', 'Taken as a sample', 'Used up']
  },
  scrapped: {
    title: 'Scrap',
    words: 'It is thrown away. Its numbers stay taken and its history stays.',
    usualReasons: ['Damaged', 'Expired', 'Failed inspection', 'Contaminated']
  },
  archived: {
    title: 'Archive',
    words: 'It is no longer tracked here, such as goods that left the site. Its numbers stay taken.',
    usualReasons: ['Left the site', 'Entered by mistake', 'Obsolete']
  }
}
