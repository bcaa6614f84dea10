import fc from 'fast-check'
import { expect, it } from 'vitest'
import { conclude, judge } from '../../../src/core/printing/judge.ts'

/**
 * A printer with all the freedom that the manuals leave one: a label that moves may no longer wait and not yet count, a
 * label that a fault tears may count or not, and is printed again by itself, faults come at any place, and looks at any
 * time. Only a fault that nobody could have mended before the next look is not in it.
 */
interface Paper {
  /** Whole labels that are out, in order. */
  good: number
  counted: number
  waiting: number
  moving: boolean
  stopped: boolean
}

type Happening =
  'label-goes-on' | 'tears-uncounted' | 'tears-counted' | 'paper-runs-out' | 'is-mended' | 'is-sent' | 'is-looked-at'

const happenings = fc.array(
  fc.constantFrom<Happening>(
    'label-goes-on',
    'label-goes-on',
    'is-looked-at',
    'is-looked-at',
    'is-sent',
    'tears-uncounted',
    'tears-counted',
    'paper-runs-out',
    'is-mended'
  ),
  { maxLength: 120 }
)

function goOn(paper: Paper): void {
  if (paper.stopped) return
  if (paper.moving) {
    paper.moving = false
    paper.good += 1
    paper.counted += 1
  } else if (paper.waiting > 0) {
    paper.waiting -= 1
    paper.moving = true
  }
}

function tear(paper: Paper, counts: boolean): void {
  paper.stopped = true
  if (!paper.moving) return
  paper.moving = false
  paper.waiting += 1
  if (counts) paper.counted += 1
}

it('never calls a label printed that is not out whole, nor one not printed that is, whatever happens', () => {
  fc.assert(
    fc.property(happenings, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 9 }), (course, depth, start) => {
      const paper: Paper = { good: 0, counted: start, waiting: 0, moving: false, stopped: false }
      let sent = 0
      let claimed = 0
      let before = start
      let wasStopped = false
      let isUnknown = false

      const look = (isOver: boolean) => {
        const flight = { before, sent: sent - claimed, asked: sent - claimed, wasStopped }
        if (flight.sent === 0 || isUnknown) return
        const seen = { counted: paper.counted, isStopped: paper.stopped, isEmpty: paper.waiting === 0 }
        const judgement = judge(flight, seen)
        wasStopped ||= paper.stopped
        switch (judgement.kind) {
          case 'unknown':
            isUnknown = true
            return
          case 'all-printed':
            claim(flight.sent)
            wasStopped = false
            return
          case 'settling': {
            claim(judgement.printed)
            if (!isOver) return
            const end = conclude({ ...flight, before, sent: sent - claimed }, paper.counted)
            if (end.kind === 'all-printed') claim(sent - claimed)
            else if (end.kind === 'none-printed') expect(paper.good).toBe(claimed)
            else isUnknown = true
            return
          }
          case 'under-way':
            claim(judgement.printed)
        }
      }
      const claim = (count: number) => {
        claimed += count
        before += count
        expect(claimed, 'called printed').toBeLessThanOrEqual(paper.good)
      }

      for (const happening of course) {
        switch (happening) {
          case 'label-goes-on':
            goOn(paper)
            break
          case 'tears-counted':
            tear(paper, true)
            break
          case 'tears-uncounted':
            tear(paper, false)
            break
          case 'paper-runs-out':
            paper.stopped = true
            break
          case 'is-mended':
            if (wasStopped) paper.stopped = false
            break
          case 'is-sent':
            // As the station sends: never behind a fault, and no more than the depth.
            if (!wasStopped && !isUnknown && sent - claimed < depth) {
              sent += 1
              paper.waiting += 1
            }
            break
          case 'is-looked-at':
            look(false)
        }
      }
      if (paper.stopped) look(false)
      paper.stopped = false
      for (let steps = 0; paper.waiting > 0 || paper.moving; steps += 1) goOn(paper)
      look(false)
      look(true)
      expect(paper.good).toBe(sent)
      if (!isUnknown) expect(claimed, 'a printer that printed all of it is believed').toBe(sent)
    }),
    { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 2_000) }
  )
})
