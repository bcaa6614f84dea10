/** What a format tells the printer beside what it prints. */
export interface FormatOrders {
  /** How often it prints: 0 for a format with nothing to print. */
  readonly copies: number
  /** `^JZ`: whether a label that is interrupted comes again. Absent: as before. */
  readonly repeatsInterrupted: boolean | undefined
  /** `^PP`: stop behind this format. */
  readonly pausesAfter: boolean
  /** `^HH`: send the configuration back. */
  readonly asksConfiguration: boolean
  /** The parameters of each `^SX` and `^SQ`, in order. */
  readonly alerts: readonly { readonly command: 'SX' | 'SQ'; readonly parameters: readonly string[] }[]
}

/** Reads them out of a whole format (ZPL II Programming Guide, each command's page). */
export function formatOrders(format: Uint8Array): FormatOrders {
  const zpl = Buffer.from(format).toString('latin1')
  const repeat = [...zpl.matchAll(/\^JZ([YN])/gi)].at(-1)?.[1]
  return {
    copies: copiesIn(zpl),
    repeatsInterrupted: repeat === undefined ? undefined : repeat.toUpperCase() === 'Y',
    pausesAfter: /\^PP/i.test(zpl),
    asksConfiguration: /\^HH/i.test(zpl),
    alerts: [...zpl.matchAll(/\^(S[XQ])([^^]*)/gi)].map(([, command = '', parameters = '']) => ({
      command: command.toUpperCase() === 'SX' ? 'SX' : 'SQ',
      parameters: parameters.trim().split(',')
    }))
  }
}

/** As often as its last `^PQ` says, at least once when it has anything to print; a stored format prints nothing. */
function copiesIn(zpl: string): number {
  if (!/\^(?:FD|FV|G[BCDEFS]|XG|IM|IL|SN)/i.test(zpl) || /\^DF/i.test(zpl)) return 0
  const quantity = Number([...zpl.matchAll(/\^PQ(\d{1,8})/gi)].at(-1)?.[1] ?? 1)
  return Math.max(1, quantity)
}
