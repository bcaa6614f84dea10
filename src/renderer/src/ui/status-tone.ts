import type { Tone } from './tone.ts'

/** How a derived status of stock stands; one that is not known yet is shown without judging it. */
export function statusTone(status: string): Tone {
  switch (status) {
    case 'available':
      return 'good'
    case 'on hold':
      return 'warn'
    case 'missing':
    case 'scrapped':
      return 'bad'
    default:
      return 'quiet'
  }
}
