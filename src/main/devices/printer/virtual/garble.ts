import type { Random } from '../../../../core/random.ts'

/**
 * Makes noise of a reply: cut short, broken in the middle, or replaced. A reply that was cut never ends as a whole one
 * would, so that noise is never a well-formed lie.
 */
export function garble(reply: string, random: Random): string {
  switch (random.below(3)) {
    case 0:
      return reply.slice(0, Math.max(0, random.below(reply.length))).replaceAll(/["\x03]/g, '\x15')
    case 1: {
      const at = random.below(Math.max(1, reply.length))
      return `${reply.slice(0, at)}${noise(random)}`.replaceAll(/["\x03]/g, '\x15')
    }
    default:
      return noise(random)
  }
}

/** Bytes that mean nothing to anybody: line noise, in the upper half. */
function noise(random: Random): string {
  return Array.from({ length: 1 + random.below(40) }, () => String.fromCharCode(0x80 + random.below(0x80))).join('')
}
