import { describe, expect, it } from 'vitest'
import { conclude, judge, type Flight, type Judgement, type Look } from '../../../src/core/printing/judge.ts'

const CLEAN = { isStopped: false, isEmpty: true }
const WAITING = { isStopped: false, isEmpty: false }
const STOPPED = { isStopped: true, isEmpty: true }

function flight(more: Partial<Flight> = {}): Flight {
  const sent = more.sent ?? 1
  return { before: 7, sent, asked: sent, wasStopped: false, ...more }
}

type Rule = readonly [string, Flight, Look, Judgement]

describe('judging one label', () => {
  it.each<Rule>([
    [
      'a step of one on a clean printer is a printed label',
      flight(),
      { counted: 8, ...CLEAN },
      { kind: 'all-printed' }
    ],
    [
      'a step of one while work waits is not the end of it',
      flight(),
      { counted: 8, ...WAITING },
      { kind: 'under-way', printed: 0 }
    ],
    [
      'a step of one beside a fault may be torn paper',
      flight(),
      { counted: 8, ...STOPPED },
      { kind: 'under-way', printed: 0 }
    ],
    [
      'no step with a fault is a label that waits',
      flight(),
      { counted: 7, ...STOPPED },
      { kind: 'under-way', printed: 0 }
    ],
    [
      'no step with a format waiting is under way',
      flight(),
      { counted: 7, ...WAITING },
      { kind: 'under-way', printed: 0 }
    ],
    [
      'no step and nothing waiting is nothing yet',
      flight(),
      { counted: 7, ...CLEAN },
      { kind: 'settling', printed: 0 }
    ],
    [
      'a step of two is more than this label',
      flight(),
      { counted: 9, ...CLEAN },
      { kind: 'unknown', cause: 'counter-jumped' }
    ],
    [
      'a step of two beside a fault is a label and its torn half',
      flight(),
      { counted: 9, ...STOPPED },
      { kind: 'unknown', cause: 'label-repeated' }
    ],
    [
      'a step of two after a fault is a label and its torn half',
      flight({ wasStopped: true }),
      { counted: 9, ...CLEAN },
      { kind: 'unknown', cause: 'label-repeated' }
    ],
    [
      'a step of three after a fault is more than a torn half explains',
      flight({ wasStopped: true }),
      { counted: 10, ...CLEAN },
      { kind: 'unknown', cause: 'counter-jumped' }
    ],
    [
      'a step of one after a fault has to stay so',
      flight({ wasStopped: true }),
      { counted: 8, ...CLEAN },
      { kind: 'settling', printed: 0 }
    ],
    ['a step back tells nothing', flight(), { counted: 6, ...CLEAN }, { kind: 'unknown', cause: 'counter-went-back' }],
    [
      'without a counter nothing is ever counted',
      flight({ before: null }),
      { counted: null, ...CLEAN },
      { kind: 'settling', printed: 0 }
    ]
  ])('%s', (_rule, labels, look, judgement) => {
    expect(judge(labels, look)).toEqual(judgement)
  })
})

describe('judging several labels at once', () => {
  it.each<Rule>([
    [
      'each step is one label, in order',
      flight({ sent: 3 }),
      { counted: 8, ...WAITING },
      { kind: 'under-way', printed: 1 }
    ],
    [
      'all of them are out when the printer is empty too',
      flight({ sent: 3 }),
      { counted: 10, ...CLEAN },
      { kind: 'all-printed' }
    ],
    [
      'the last is not believed while work waits that is none of ours',
      flight({ sent: 3 }),
      { counted: 10, ...WAITING },
      { kind: 'under-way', printed: 2 }
    ],
    [
      'what was counted beside a fault may be one label, torn twice',
      flight({ sent: 3 }),
      { counted: 9, ...STOPPED },
      { kind: 'under-way', printed: 0 }
    ],
    [
      'after a fault the counter may be ahead',
      flight({ sent: 3, wasStopped: true }),
      { counted: 9, ...WAITING },
      { kind: 'under-way', printed: 0 }
    ],
    [
      'an empty printer says nothing of a label that was sent after it was asked',
      flight({ sent: 3, asked: 2 }),
      { counted: 9, ...CLEAN },
      { kind: 'under-way', printed: 2 }
    ],
    [
      'fewer than were sent, and nothing waiting, has to stay so',
      flight({ sent: 3 }),
      { counted: 9, ...CLEAN },
      { kind: 'settling', printed: 2 }
    ]
  ])('%s', (_rule, labels, look, judgement) => {
    expect(judge(labels, look)).toEqual(judgement)
  })
})

describe('what has settled', () => {
  it.each([
    ['is printed where all were counted', 2, 9, { kind: 'all-printed' }],
    ['is not printed where none was counted', 2, 7, { kind: 'none-printed' }],
    ['cannot be told where some were counted', 2, 8, { kind: 'unknown', cause: 'counter-short' }],
    ['is the printer’s word where it does not count', 1, null, { kind: 'all-printed' }]
  ] as const)('%s', (_rule, sent, counted, conclusion) => {
    expect(conclude(flight({ sent }), counted)).toEqual(conclusion)
  })
})
