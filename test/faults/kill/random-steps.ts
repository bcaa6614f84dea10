import { createRandom, type Random } from '../../helpers/random.ts'
import type { RowId } from '../../../src/core/ids.ts'
import type { Step } from './step.ts'

const PLACES = ['DOCK', 'A-01', 'A-02', 'NOWHERE'] as const
const HOW = ['consumed', 'scrapped', 'archived'] as const
const AMOUNTS = ['1', '2', '2.5', '7', '12', '0.000001', '0', '-1', '1000000000', '0.1234567'] as const

/** Out of whatever was going on. */
const LEAVE = ['DS:CANCEL', 'DS:HOME'] as const

/** What somebody at a station may do, right and wrong, a few scans at a time. */
export function randomSteps(seed: number, count: number): readonly Step[] {
  const random = createRandom(seed)
  const steps: Step[] = []
  while (steps.length < count) steps.push(...random.pick(PHRASES)(random))
  return steps.slice(0, count)
}

type Phrase = (random: Random) => readonly Step[]

const serial = (random: Random): string => `S-${random.below(40)}`
const lot = (random: Random): string => `L-${random.below(6)}`
const amount = (random: Random): string => random.pick(AMOUNTS)
const row = (random: Random): RowId => (1 + random.below(60)) as RowId

const receiveCaptured: Phrase = (random) =>
  scans(
    ...LEAVE,
    'PO-1',
    `DS:LOC:${random.pick(PLACES)}`,
    'CAPTURED',
    ...Array.from({ length: 1 + random.below(6) }, () => serial(random)),
    ...(random.chance(0.2) ? ['DS:UNDO'] : []),
    random.chance(0.1) ? 'DS:CANCEL' : 'DS:DONE'
  )

const receiveGenerated: Phrase = (random) =>
  scans(...LEAVE, 'PO-1', 'GENERATED', `DS:QTY:${1 + random.below(12)}`, 'DS:DONE')

const receiveLot: Phrase = (random) =>
  scans(...LEAVE, 'PO-1', 'SUPPLIER-LOT', lot(random), `DS:QTY:${amount(random)}`, 'DS:DONE')

const receiveOwnLot: Phrase = (random) =>
  scans(...LEAVE, 'PO-1', 'OWN-LOT', 'DS:GENERATE', `DS:QTY:${amount(random)}`, 'DS:DONE')

const receiveCount: Phrase = (random) =>
  scans(
    ...LEAVE,
    'PO-1',
    'UNTRACKED',
    `DS:QTY:${amount(random)}`,
    'DS:DONE',
    ...(random.chance(0.3) ? ['DS:DONE'] : [])
  )

const putAway: Phrase = (random) =>
  scans(
    ...LEAVE,
    `DS:LOC:${random.pick(PLACES)}`,
    serial(random),
    serial(random),
    lot(random),
    ...(random.chance(0.5) ? [`DS:LOC:${random.pick(PLACES)}`] : []),
    ...(random.chance(0.5) ? [`DS:QTY:${amount(random)}`] : []),
    'DS:DONE',
    'UNTRACKED',
    `DS:QTY:${amount(random)}`,
    'DS:DONE',
    'DS:HOME'
  )

const useUp: Phrase = (random) => [
  {
    kind: 'remove',
    row: row(random),
    how: random.pick(HOW),
    quantity: random.chance(0.5) ? null : amount(random)
  }
]

const moveInWindow: Phrase = (random) => [
  {
    kind: 'move',
    row: row(random),
    to: random.pick(PLACES),
    quantity: random.chance(0.5) ? null : amount(random)
  }
]

const printPlace: Phrase = (random) => [{ kind: 'print-place', location: random.pick(PLACES) }]

const noise: Phrase = (random) =>
  scans(
    random.pick([
      'DS:DONE',
      'DS:UNDO',
      'DS:CANCEL',
      'DS:GENERATE',
      'DS:COUNT',
      'PO-1',
      'PO-2',
      '\u001d',
      ' ',
      'CAPTURED'
    ])
  )

const PHRASES: readonly Phrase[] = [
  receiveCaptured,
  receiveCaptured,
  receiveGenerated,
  receiveLot,
  receiveOwnLot,
  receiveCount,
  putAway,
  putAway,
  useUp,
  moveInWindow,
  printPlace,
  noise
]

function scans(...texts: readonly string[]): readonly Step[] {
  return texts.map((text) => ({ kind: 'scan', text }))
}
