import { createRandom, type Random } from '../../../src/core/random.ts'
import type { BuildId, InstallationId, RowId } from '../../../src/core/ids.ts'
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

/** Fills the shelves, so that chance finds something to work with. */
export function firstSteps(): readonly Step[] {
  return scans(
    'PO-1',
    'CAPTURED',
    ...Array.from({ length: 24 }, (_, index) => `S-${index}`),
    'DS:DONE',
    'GENERATED',
    'DS:QTY:20',
    'DS:DONE',
    'UNTRACKED',
    'DS:QTY:500',
    'DS:DONE',
    ...['L-0', 'L-1', 'L-2'].flatMap((text) => ['SUPPLIER-LOT', text, 'DS:QTY:40', 'DS:DONE']),
    ...[1, 2].flatMap(() => ['OWN-LOT', 'DS:GENERATE', 'DS:QTY:30', 'DS:DONE']),
    'DS:DONE'
  )
}

type Phrase = (random: Random) => readonly Step[]

const serial = (random: Random): string => `S-${random.below(60)}`
const lot = (random: Random): string => `L-${random.below(6)}`
const amount = (random: Random): string => random.pick(AMOUNTS)
const board = (random: Random): string => `SN-${String(1 + random.below(40)).padStart(5, '0')}`
const ownLot = (random: Random): string => `LOT-${String(1 + random.below(6)).padStart(4, '0')}`
const issue = (random: Random): string =>
  `Q-${new Date().getFullYear()}-${String(1 + random.below(5)).padStart(5, '0')}`
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

const build: Phrase = (random) =>
  scans(
    ...LEAVE,
    `DS:RUN:RUN-${1 + random.below(3)}`,
    serial(random),
    lot(random),
    ...(random.chance(0.3) ? [`DS:QTY:${amount(random)}`] : []),
    'UNTRACKED',
    'DS:DONE',
    ...(random.chance(0.7) ? ['MODULE', board(random), ownLot(random), 'DS:DONE'] : []),
    random.chance(0.2) ? 'DS:UNDO' : 'DS:DONE'
  )

const count: Phrase = (random) =>
  scans(
    ...LEAVE,
    'DS:COUNT',
    `DS:LOC:${random.pick(PLACES)}`,
    serial(random),
    serial(random),
    ...(random.chance(0.5) ? [lot(random), `DS:QTY:${amount(random)}`, 'DS:DONE'] : []),
    ...(random.chance(0.5) ? ['UNTRACKED', `DS:QTY:${amount(random)}`, 'DS:DONE'] : []),
    'DS:DONE',
    'DS:DONE'
  )

const takeOut: Phrase = (random) => [
  {
    kind: 'take-out',
    installation: (1 + random.below(30)) as InstallationId,
    quantity: random.chance(0.5) ? null : amount(random),
    to: random.pick(PLACES)
  }
]

const completeInWindow: Phrase = (random) => [
  { kind: 'complete', build: (1 + random.below(10)) as BuildId, reason: random.pick(['', 'the rest comes later']) }
]

const raise: Phrase = (random) => [{ kind: 'raise', row: row(random), holds: random.chance(0.3) }]

const decide: Phrase = (random) => [
  {
    kind: 'dispose',
    issue: issue(random),
    how: random.pick(['use-as-is', 'rework', 'return', 'scrap']),
    quantity: random.chance(0.5) ? null : amount(random)
  },
  { kind: 'close', issue: issue(random) }
]

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
  build,
  build,
  build,
  count,
  takeOut,
  completeInWindow,
  raise,
  decide,
  noise
]

function scans(...texts: readonly string[]): readonly Step[] {
  return texts.map((text) => ({ kind: 'scan', text }))
}
