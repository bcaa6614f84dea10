import fc from 'fast-check'
import { expect, it } from 'vitest'
import { interpretScan } from '../../../src/core/barcode/interpret.ts'
import { encodeOwnLabel } from '../../../src/core/barcode/own-label.ts'
import type { Instant } from '../../../src/core/clock.ts'
import type { LabelId, LotId, OperatorId, PartId, ReceiptLineId } from '../../../src/core/ids.ts'
import type { Member } from '../../../src/core/operators/people.ts'
import { ONE } from '../../../src/core/quantity.ts'
import { SOUNDS } from '../../../src/core/scan-sound.ts'
import { decide } from '../../../src/core/session/decide.ts'
import type { StationDirectory } from '../../../src/core/session/directory.ts'
import { readingContext } from '../../../src/core/session/reading-context.ts'
import { IDLE, type Session, type SessionPlace } from '../../../src/core/session/session.ts'
import { aBuild, aBuildLine, aRun } from '../../fakes/assembly.ts'
import { createClerk } from '../../fakes/clerk.ts'
import { aLine, aLot, aPart, aStockRow, fakeDirectory } from '../../fakes/directory.ts'

const runs = Number(process.env.DOCKSIDE_FUZZ ?? 1) * 1_500

const KIM: Member = { id: 1 as OperatorId, name: 'Kim', role: 'clerk', hasPin: true, lockedUntil: null }
const LEA: Member = { id: 2 as OperatorId, name: 'Lea', role: 'lead', hasPin: true, lockedUntil: null }
const LOT = 9 as LotId
const LABEL = '[)>\x1e06\x1dPPART-3\x1d1TL1\x1dQ5\x1d21ZX1\x1e\x04'

const contents = {
  lines: [
    aLine(1, aPart(1, { tracking: 'serial', serialSource: 'captured' }), 3),
    aLine(2, aPart(2, { tracking: 'serial', serialSource: 'generated', serialPattern: 'SN-{#####}' }), 25),
    aLine(3, aPart(3, { tracking: 'lot', lotSource: 'supplier', gtin: '09506000134352' }), 500),
    aLine(4, aPart(4), 1000)
  ],
  lots: [{ ...aLot(aPart(3), 'L9'), id: LOT }],
  locations: ['DOCK', 'A-01'],
  stock: [
    aStockRow(1, { tracking: 'serial', serial: 'S1', quantity: ONE }),
    aStockRow(2, { partId: 3 as PartId, partNumber: 'PART-3', tracking: 'lot', lotId: LOT, lot: 'L9' }),
    aStockRow(3, { partId: 4 as PartId, partNumber: 'PART-4' }),
    aStockRow(4, { partId: 4 as PartId, partNumber: 'PART-4', location: 'A-01', status: 'on hold' })
  ],
  assembly: {
    runs: [aRun(1)],
    builds: [aBuild(1), aBuild(2)],
    lines: [aBuildLine(1, 1 as PartId, { tracking: 'serial' }), aBuildLine(3, 4 as PartId, { installed: ONE })]
  },
  openPlaces: ['A-01'],
  teaching: {
    formats: () => [
      {
        name: 'NW 1',
        layout: {
          kind: 'sequence',
          separators: '/',
          parts: [
            {
              kind: 'field',
              length: null,
              field: { title: 'Part number', meaning: 'supplier-part-number', format: 'text', characters: 'any' }
            },
            { kind: 'text', text: '/' },
            {
              kind: 'field',
              length: null,
              field: { title: 'Lot', meaning: 'supplier-lot', format: 'text', characters: 'any' }
            }
          ]
        }
      }
    ],
    names: () => ['NW 1'],
    samples: () => [{ text: 'PART-3/L1', aim: null }]
  }
} as const satisfies Parameters<typeof fakeDirectory>[0]

const known = { id: 7 as LabelId, number: 7 as LabelId, label: 'DS00000007', copy: 1, name: 'S1 of PART-1', code: 'S1' }
const printing: StationDirectory['printing'] = {
  ...fakeDirectory({ lines: [] }).printing,
  stopped: () => [
    {
      printer: 'zd421',
      reason: 'Paper out',
      doubtful: [
        { ...known, printer: 'zd421', state: 'unknown', isSettled: true, asked: null, since: '' as Instant, words: '' }
      ],
      before: null,
      counted: null
    }
  ],
  label: (label) =>
    label === known.label
      ? { ...known, printer: 'zd421', state: 'printed', isSettled: true, asked: null, since: '' as Instant, words: '' }
      : undefined
}

function directoryWith(
  staff: 'nobody' | 'open' | 'badge' | 'badge-and-pin',
  signedIn: Member | null
): StationDirectory {
  const directory = fakeDirectory({ ...contents, printing })
  const badges = new Map<string, Member>(
    staff === 'nobody'
      ? []
      : [
          ['B-KIM', KIM],
          ['B-LEA', LEA]
        ]
  )
  return {
    ...directory,
    operators: { any: staff !== 'nobody', signedIn, approval: null },
    people: {
      signIn: staff === 'nobody' ? 'open' : staff,
      withBadge: (text) => badges.get(text),
      withId: (id) => [KIM, LEA].find((member) => member.id === id)
    }
  }
}

/** How each place is come to, by the scans that lead there; `{}` is where nothing leads by itself. */
const PLACES: Readonly<Record<SessionPlace['kind'], readonly string[] | SessionPlace>> = {
  idle: [],
  receipt: ['PO-1'],
  line: ['PO-1', 'PART-3'],
  teach: ['PO-1', 'DS:TEACH', LABEL],
  'put-away': ['DS:LOC:A-01'],
  count: ['DS:COUNT', 'DS:LOC:A-01'],
  hold: ['DS:HOLD'],
  run: ['DS:RUN:RUN-1'],
  resume: ['DS:RESUME'],
  confirm: { kind: 'confirm', first: 7 as LabelId, last: 8 as LabelId, needed: 2, unit: null, back: { kind: 'idle' } },
  returns: { kind: 'returns', line: 1 as ReceiptLineId, givesUp: false, back: { kind: 'idle' } }
}

/** What the station may wait for, in whatever place. */
const askings: readonly Session['asking'][] = [
  null,
  {
    kind: 'choice',
    options: [{ reading: { kind: 'text', text: '0329' } }, { reading: { kind: 'text', text: '032917270526' } }]
  },
  {
    kind: 'lead',
    need: 'over-receipt',
    what: 'More than ordered.',
    subject: { kind: 'scan', reading: { kind: 'text', text: 'S77' } }
  },
  { kind: 'lead', need: 'reprint-label', what: 'To print again.', subject: { kind: 'request', request: 1 } },
  { kind: 'pin', operator: LEA.id, name: LEA.name, approves: null },
  { kind: 'sign-out', operator: KIM.id }
]

const commands =
  `DONE UNDO CANCEL GENERATE REPRINT COUNT HOLD HOME RESUME RETURNS TEACH QTY:2 QTY:9999 QTY:0 LOC:A-01 LOC:NOWHERE ORDER:PO-1 ORDER:NO RUN:RUN-1 RUN:NO OFF:A1 OFF:NOBODY PICK:1 PICK:2 PICK:8 PICK:9 TEST:zd421 TEACH:NW_1 WAY:1 PIECE:1 CUT:3 NONSENSE `
    .split(' ')
    .map((word) => `DS:${word.replace('_', ' ')}`)

const own = [
  encodeOwnLabel({ partNumber: 'PART-1', serial: 'S1', lot: null, quantity: null, label: 'DS00000007', copy: 1 }),
  encodeOwnLabel({ partNumber: 'PART-3', serial: null, lot: 'L9', quantity: null, label: 'DS00000008', copy: 2 }),
  '[)>\x1e06\x1dZDS0'
]

const scan = fc.record({
  text: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...commands) },
    { weight: 2, arbitrary: fc.constantFrom(...own) },
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        'PO-1',
        'PO-2',
        'PART-1',
        'PART-3',
        'PART-4',
        'S1',
        'S77',
        'L9',
        'L77',
        'DOCK',
        'A-01',
        'RUN-1',
        'B-KIM',
        'B-LEA',
        '9506000134352',
        'PPART-1',
        '1TL1',
        'Q5',
        'PART-3/L1',
        'A|B|C|D',
        'S1;S2;S3',
        LABEL,
        '[)>\x1e06\x1dPPART-1\x1dSS9\x1e\x04',
        '[)>\x1e05\x1d241PART-3\x1d10L778817270131\x1e\x04',
        '010950600013435210L117271231',
        'https://id.gs1.org/01/09506000134352/10/L1',
        '{pbn:P,pc:C1,qty:3}'
      )
    },
    { weight: 2, arbitrary: fc.string() },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) }
  ),
  aim: fc.constantFrom(null, null, null, ']C1', ']d2', ']E0', ']Q1', ']Z6'),
  source: fc.constantFrom('keyboard' as const, 'other' as const)
})

function placeOf(kind: SessionPlace['kind'], directory: StationDirectory): SessionPlace {
  const way = PLACES[kind]
  if (!Array.isArray(way)) return way as SessionPlace
  const clerk = createClerk({ ...directory, people: { ...directory.people, signIn: 'open' } })
  for (const text of way) clerk.scan(text)
  expect(clerk.session.at.kind, `${way.join(' ')} leads there`).toBe(kind)
  return clerk.session.at
}

const places = fc.constantFrom(...(Object.keys(PLACES) as SessionPlace['kind'][]))
const staff = fc.constantFrom('nobody' as const, 'open' as const, 'badge' as const, 'badge-and-pin' as const)

it('answers every scan in every place, whatever is waited for: with an effect, or a reason and what to do', () => {
  const refusals = new Set<string>()
  const met = new Set<string>()
  fc.assert(
    fc.property(
      places,
      fc.constantFrom(...askings),
      staff,
      fc.boolean(),
      scan,
      (kind, asking, people, isIn, scanned) => {
        const signedIn = people === 'nobody' || !isIn ? null : KIM
        const directory = directoryWith(people, signedIn)
        const session: Session = { ...IDLE, at: placeOf(kind, directory), asking, operator: signedIn?.id ?? null }
        const before = JSON.stringify(session)
        const reading = interpretScan(scanned, readingContext(session, directory))
        const answer = decide(session, reading, directory)
        // The same again, from a session that was kept and read as the store does it.
        const kept = JSON.parse(before) as Session
        const again = decide(kept, interpretScan(scanned, readingContext(kept, directory)), directory)
        expect(again).toEqual(answer)
        expect(JSON.stringify(session)).toBe(before)
        expect(SOUNDS).toContain(answer.sound)
        expect(answer.title).toMatch(/\S/)
        expect(answer.message).toMatch(/[.?!]$/)
        met.add(`${kind} ${answer.kind}`)
        if (answer.kind === 'refused') {
          refusals.add(answer.reason)
          expect(answer.reason).toMatch(/^[a-z]+(-[a-z]+)*$/)
          // No refusal sounds like a yes.
          expect(['accepted', 'line-complete']).not.toContain(answer.sound)
          expect(answer.message.length).toBeGreaterThan(8)
        }
      }
    ),
    { numRuns: runs }
  )
  for (const kind of Object.keys(PLACES)) expect([...met], kind).toContain(`${kind} refused`)
  expect(refusals.size).toBeGreaterThan(15)
})

it('goes by the precedence of scans: a command and an own label are never anything else, in any place', () => {
  fc.assert(
    fc.property(places, fc.constantFrom(...commands, ...own.slice(0, 2)), (kind, text) => {
      const directory = directoryWith('nobody', null)
      const session: Session = { ...IDLE, at: placeOf(kind, directory) }
      const reading = interpretScan({ text, aim: null, source: 'other' }, readingContext(session, directory))
      expect(reading.kind).toBe(
        text.startsWith('DS:') ? (reading.kind === 'command' ? 'command' : 'bad-command') : 'own-label'
      )
    }),
    { numRuns: 300 }
  )
})

it('takes a badge for a badge in every place, and nothing before it where a badge is asked for', () => {
  for (const kind of Object.keys(PLACES) as SessionPlace['kind'][]) {
    const directory = directoryWith('badge', null)
    const session: Session = { ...IDLE, at: placeOf(kind, directory) }
    const answerTo = (text: string) =>
      decide(
        session,
        interpretScan({ text, aim: null, source: 'other' }, readingContext(session, directory)),
        directory
      )
    expect(answerTo('DS:DONE'), kind).toMatchObject({ kind: 'refused', reason: 'not-signed-in' })
    expect(answerTo('PART-3'), kind).toMatchObject({ kind: 'refused', reason: 'not-signed-in' })
    expect(answerTo('B-KIM'), kind).toMatchObject({ kind: 'accepted', effect: { kind: 'sign-in' } })
  }
})
