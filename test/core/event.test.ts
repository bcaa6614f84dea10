import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf } from '../../src/core/clock.ts'
import { BEFORE_ALL, brokenLink, canonicalJson, chainText, GENESIS_HASH } from '../../src/core/event.ts'
import type { ChainedEvent, EventDraft, EventSubject, Json } from '../../src/core/event.ts'
import { firstBroken, sha256, stored } from '../helpers/chain.ts'

const json = fc.jsonValue() as fc.Arbitrary<Json>

const draft: fc.Arbitrary<EventDraft> = fc.record({
  kind: fc.constantFrom('line-received', 'label-sent', 'row-moved'),
  at: fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) }).map(instantOf),
  operator: fc.string(),
  station: fc.string({ minLength: 1 }),
  subjects: fc.array(
    fc.record({ kind: fc.constantFrom<EventSubject['kind']>('part', 'row', 'lot', 'label'), id: fc.nat() }),
    { maxLength: 3 }
  ),
  data: fc.dictionary(fc.string(), json, { maxKeys: 4 })
})

const chain = fc.array(draft, { minLength: 2, maxLength: 8 }).map(chained)

function chained(drafts: readonly EventDraft[]): ChainedEvent[] {
  const events: ChainedEvent[] = []
  for (const draft of drafts) {
    const previousHash = events.at(-1)?.hash ?? GENESIS_HASH
    const seq = events.length + 1
    events.push({ ...draft, seq, previousHash, hash: sha256(chainText(previousHash, { ...draft, seq })) })
  }
  return events
}

/** A chain and the place of one event in it. */
const chainAndPlace = chain.chain((events) => fc.tuple(fc.constant(events), fc.nat({ max: events.length - 1 })))

const isBroken = (events: readonly ChainedEvent[]) => firstBroken(events) !== undefined

describe('canonical JSON', () => {
  it('sorts keys, leaves no blanks and keeps lists in order', () => {
    expect(canonicalJson({ b: [2, 1, { d: null, c: true }], a: 'x y', B: 0.1 })).toBe(
      '{"B":0.1,"a":"x y","b":[2,1,{"c":true,"d":null}]}'
    )
    expect(canonicalJson([])).toBe('[]')
    expect(canonicalJson({})).toBe('{}')
    expect(canonicalJson('"\n\u2028ä\ud800')).toBe('"\\"\\n\u2028ä\\ud800"')
  })

  it('means the same as the value', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      })
    )
  })

  it('is the same after the value was stored and read, and in whatever order its keys were written', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(JSON.parse(JSON.stringify(value)) as Json)).toBe(canonicalJson(value))
      })
    )
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).toReversed())
        expect(canonicalJson(reversed)).toBe(canonicalJson(value))
      })
    )
  })

  it('differs when the value differs', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        const [textA, textB] = [JSON.stringify(a), JSON.stringify(b)]
        if (canonicalJson(a) === canonicalJson(b)) expect(JSON.parse(textA)).toEqual(JSON.parse(textB))
      })
    )
  })
})

describe('the chain of events', () => {
  it('has this text, on which every hash ever stored rests', () => {
    const event: EventDraft & { seq: number } = {
      seq: 2,
      kind: 'line-received',
      at: instantOf(0),
      operator: 'ada',
      station: 'DOCK-1',
      subjects: [{ kind: 'row', id: 7 }],
      data: { quantity: '1', lot: null }
    }
    expect(chainText('ab', event)).toBe(
      '["ab",2,"1970-01-01T00:00:00.000Z","ada","DOCK-1","line-received",[["row",7]],{"lot":null,"quantity":"1"}]'
    )
  })

  it('is whole as it was written', () => {
    fc.assert(fc.property(chain, (events) => !isBroken(events)))
    expect(firstBroken([])).toBeUndefined()
  })

  it('breaks at the event that was changed, in whatever part', () => {
    const changes: ((event: ChainedEvent) => ChainedEvent)[] = [
      (event) => ({ ...event, kind: `${event.kind}x` }),
      (event) => ({ ...event, at: instantOf(Date.parse(event.at) + 1) }),
      (event) => ({ ...event, operator: `${event.operator}x` }),
      (event) => ({ ...event, station: `${event.station}x` }),
      (event) => ({ ...event, subjects: [...event.subjects, { kind: 'order', id: 1 }] }),
      (event) => ({ ...event, data: { ...event.data, 'a key more': 1 } }),
      (event) => ({ ...event, previousHash: sha256(event.previousHash) }),
      (event) => ({ ...event, hash: sha256(event.hash) }),
      (event) => ({ ...event, seq: event.seq + 1 })
    ]
    fc.assert(
      fc.property(chainAndPlace, fc.constantFrom(...changes), ([events, place], change) => {
        const changed = events.map((event, index) => (index === place ? change(event) : event))
        expect(firstBroken(changed)?.seq).toBe(place + 1)
      })
    )
  })

  it('breaks after an event that was changed and hashed anew, unless it is the last', () => {
    fc.assert(
      fc.property(chainAndPlace, ([events, place]) => {
        const forged = events.map((event, index) => {
          if (index !== place) return event
          const other = { ...event, operator: `${event.operator}x` }
          return { ...other, hash: sha256(chainText(other.previousHash, other)) }
        })
        expect(firstBroken(forged)?.seq).toBe(place + 1 < events.length ? place + 2 : undefined)
      })
    )
  })

  it('breaks where an event was taken out, with the numbers closed up or not', () => {
    fc.assert(
      fc.property(chainAndPlace, fc.boolean(), ([events, place], closedUp) => {
        fc.pre(place < events.length - 1)
        const rest = events.filter((_, index) => index !== place)
        const left = closedUp ? rest.map((event, index) => ({ ...event, seq: index + 1 })) : rest
        expect(firstBroken(left)?.seq).toBe(place + 1)
      })
    )
  })

  it('breaks where an event was put in, even one with hashes of its own', () => {
    fc.assert(
      fc.property(chainAndPlace, draft, ([events, place], extra) => {
        const previousHash = events[place]?.previousHash ?? ''
        const seq = place + 1
        const hash = sha256(chainText(previousHash, { ...extra, seq }))
        const inserted: ChainedEvent = { ...extra, seq, previousHash, hash }
        const moved = events.slice(place).map((event) => ({ ...event, seq: event.seq + 1 }))
        fc.pre(hash !== events[place]?.hash)
        expect(firstBroken([...events.slice(0, place), inserted, ...moved])?.seq).toBe(place + 2)
      })
    )
  })

  it('breaks where two events changed places, with the numbers set right or not', () => {
    fc.assert(
      fc.property(chainAndPlace, fc.nat(), fc.boolean(), ([events, first], distance, renumbered) => {
        const second = (first + 1 + (distance % (events.length - 1))) % events.length
        const swapped = events.map(
          (event, index) => events[index === first ? second : index === second ? first : index] ?? event
        )
        const numbered = renumbered ? swapped.map((event, index) => ({ ...event, seq: index + 1 })) : swapped
        expect(firstBroken(numbered)?.seq).toBe(Math.min(first, second) + 1)
      })
    )
  })

  it('holds where the texts of an event mean what was hashed, in whatever order their keys are written', () => {
    const [event] = chained(fc.sample(draft, 1).map((each) => ({ ...each, data: { b: 1, a: [2, { d: 3, c: 4 }] } })))
    if (!event) throw new Error('one was made')
    const reordered = { ...stored(event), data: '{ "b": 1, "a": [2, { "d": 3, "c": 4 }] }' }
    expect(brokenLink(BEFORE_ALL, reordered, sha256)).toBeUndefined()
    expect(brokenLink(BEFORE_ALL, { ...reordered, data: '{ "b": 2 }' }, sha256)).toMatchObject({ seq: 1 })
  })

  it('breaks where a text is no JSON, and where the subjects run over into the data', () => {
    const [event] = chained(
      fc.sample(draft, 1).map((each) => ({
        ...each,
        subjects: [
          { kind: 'part', id: 1 },
          { kind: 'row', id: 2 }
        ]
      }))
    )
    if (!event) throw new Error('one was made')
    const written = stored(event)
    expect(brokenLink(BEFORE_ALL, { ...written, data: '{' }, sha256)).toMatchObject({ found: 'no JSON' })
    const moved = { subjects: '[["part",1]', data: `["row",2]],${written.data}` }
    expect(brokenLink(BEFORE_ALL, { ...written, ...moved }, sha256)).toMatchObject({ found: 'no JSON' })
  })
})
