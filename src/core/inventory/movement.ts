/**
 * Why stock changed.
 *
 * A transfer is two movements of one event, out of one place and into another. `returned` went back to its supplier;
 * `counted` is what a count found more or less; `reversed` takes a receipt back.
 */
export type MovementKind =
  | 'received'
  | 'built'
  | 'transferred'
  | 'installed'
  | 'removed'
  | 'consumed'
  | 'scrapped'
  | 'returned'
  | 'archived'
  | 'counted'
  | 'reversed'
