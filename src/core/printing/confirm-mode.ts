/** Which labels are scanned back once they are stuck on: none, each, or one of so many. */
export type ConfirmMode = 'off' | 'each' | number

/** How many labels of a batch have to be scanned back. */
export function labelsToConfirm(mode: ConfirmMode, count: number): number {
  if (mode === 'off') return 0
  return mode === 'each' ? count : Math.ceil(count / mode)
}
