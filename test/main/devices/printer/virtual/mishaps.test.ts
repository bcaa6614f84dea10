import { describe, expect, it } from 'vitest'
import { parseHand } from '../../../../../src/main/devices/printer/virtual/hand.ts'
import { createRandom } from '../../../../../src/core/random.ts'
import { attend } from '../../../../../src/main/devices/printer/virtual/attendant.ts'
import { makeMischief } from '../../../../../src/main/devices/printer/virtual/mischief.ts'
import { fieldTexts } from '../../../../../src/main/devices/printer/virtual/field-texts.ts'
import {
  openVirtualPrinter,
  type VirtualPrinterSettings
} from '../../../../../src/main/devices/printer/virtual/virtual-printer.ts'
import { createFakeTime } from '../../../../fakes/fake-time.ts'

/** At this size and speed a label takes 100 ms. */
const PACE = { media: { widthMm: 51, heightMm: 22.225, dpi: 203 }, speedIps: 10 } as const
const ODOMETER = '\r\n! U1 getvar "odometer.total_label_count"\r\n'

function label(text: string, more = ''): string {
  return `^XA${more}^FD${text}^FS^XZ`
}

/** A printer with somebody before it, and a client that hears what it says. */
function open(settings: Partial<VirtualPrinterSettings> = {}) {
  const time = createFakeTime()
  const pieces: string[] = []
  const printer = openVirtualPrinter({ ...PACE, timers: time, clock: time, ...settings })
  printer.onPiece(({ quality, format }) => pieces.push([quality, ...fieldTexts(format)].join(' ')))
  let heard = ''
  const join = () => printer.attach((bytes) => (heard += Buffer.from(bytes).toString('latin1')))
  let line = join()
  return {
    printer,
    time,
    pieces,
    /** What is done to it, as a person would write it. */
    hand: (words: string) => {
      const hand = parseHand(words)
      if (!hand) throw new Error(`Nobody can ${words}`)
      printer.obey(hand)
    },
    send: (text: string) => void line.send(Buffer.from(text, 'latin1')),
    rejoin: () => {
      line = join()
    },
    heard: () => {
      const all = heard
      heard = ''
      return all
    }
  }
}

describe('a virtual printer to which something happens', () => {
  it('tears the label under way when its head is opened, and prints it again when it is closed', () => {
    const { send, hand, time, pieces, printer } = open()
    send(label('A') + label('B'))
    time.advance(150)
    hand('head open')
    time.advance(1_000)
    expect(pieces).toEqual(['good A', 'torn B'])
    expect(printer.report()).toMatchObject({ conditions: ['head-open'], labelsRemaining: 1, odometer: 1 })
    hand('head close')
    time.advance(100)
    expect(pieces).toEqual(['good A', 'torn B', 'good B'])
  })

  it('does not print it again where a format said ^JZN, and does after the power was off', () => {
    const { send, hand, time, pieces, rejoin } = open()
    send(label('A', '^JZN'))
    time.advance(50)
    hand('head open')
    hand('head close')
    time.advance(1_000)
    expect(pieces).toEqual(['torn A'])
    hand('power off')
    hand('power on')
    rejoin()
    send(label('B'))
    time.advance(50)
    hand('head open')
    hand('head close')
    time.advance(100)
    expect(pieces).toEqual(['torn A', 'torn B', 'good B'])
  })

  it('counts torn labels where it is of that kind', () => {
    const { send, hand, time, printer } = open({ countsTorn: true })
    send(label('A'))
    time.advance(50)
    hand('head open')
    expect(printer.totalLabelCount()).toBe(1)
    hand('head close')
    time.advance(100)
    expect(printer.totalLabelCount()).toBe(2)
  })

  it('runs out of paper in the middle of a label or between two, as its roll is long', () => {
    const { send, hand, time, pieces } = open()
    hand('paper 1.5')
    send(label('A') + label('B') + label('C') + label('D'))
    time.advance(1_000)
    expect(pieces).toEqual(['good A', 'torn B'])
    hand('paper 2')
    time.advance(1_000)
    expect(pieces).toEqual(['good A', 'torn B', 'good B', 'good C'])
    hand('paper')
    time.advance(100)
    expect(pieces.at(-1)).toBe('good D')
  })

  it('runs out of paper at the same places when its labels take no time', () => {
    const { send, hand, pieces } = open({ speedIps: undefined })
    hand('paper 1.5')
    send(label('A') + label('B') + label('C'))
    expect(pieces).toEqual(['good A', 'torn B'])
    hand('paper 1')
    expect(pieces).toEqual(['good A', 'torn B', 'good B'])
  })

  it('leaves a label blank when the ribbon ends in it', () => {
    const { send, hand, time, pieces, heard } = open()
    hand('ribbon 0.2')
    send(label('A'))
    time.advance(1_000)
    send('~HQES')
    expect(heard()).toContain('1 00000000 00000002')
    hand('ribbon')
    time.advance(100)
    expect(pieces).toEqual(['blank A', 'good A'])
  })

  it('finishes the label under way when it is paused', () => {
    const { send, hand, time, pieces } = open()
    send(label('A') + label('B'))
    time.advance(50)
    hand('pause')
    time.advance(1_000)
    expect(pieces).toEqual(['good A'])
    hand('resume')
    time.advance(100)
    expect(pieces).toEqual(['good A', 'good B'])
  })

  it('loses its buffer and tears what moves when its power goes, and keeps its odometer', () => {
    const { send, hand, time, pieces, rejoin, heard } = open()
    send(label('A') + label('B') + label('C'))
    hand('after 1.5 labels power off')
    time.advance(1_000)
    expect(pieces).toEqual(['good A', 'torn B'])
    hand('power on')
    rejoin()
    send(`~HS${ODOMETER}`)
    time.advance(1_000)
    expect(heard()).toMatch(/^\x02030,0,0,0177,000,0,0,0,.*"1"$/s)
    expect(pieces).toHaveLength(2)
  })

  it('neither moves nor answers while it is frozen, and goes on where it was', () => {
    const { send, hand, time, pieces, heard } = open()
    send(label('A'))
    time.advance(50)
    hand('freeze')
    send('~HS')
    time.advance(5_000)
    expect([heard(), ...pieces]).toEqual([''])
    hand('thaw')
    expect(heard()).toContain('\x02030')
    time.advance(49)
    expect(pieces).toEqual([])
    time.advance(1)
    expect(pieces).toEqual(['good A'])
  })

  it('does not move while it is frozen and somebody puts a new roll in', () => {
    const { send, hand, time, pieces } = open()
    send(label('A'))
    time.advance(40)
    hand('freeze')
    time.advance(1_000)
    hand('paper 0.5')
    hand('after 0.2 labels pause')
    time.advance(1_000)
    hand('thaw')
    time.advance(49)
    expect(pieces).toEqual([])
    time.advance(1)
    expect(pieces).toEqual(['torn A'])
  })

  it('prints on without a word while it is silent, and says nothing that makes sense while it is garbled', () => {
    const { send, hand, time, pieces, heard } = open()
    hand('silent')
    send(`${label('A')}~HS`)
    time.advance(100)
    expect([heard(), ...pieces]).toEqual(['', 'good A'])
    hand('garbled')
    send(`~HS~HI${ODOMETER}`)
    expect(heard()).not.toMatch(/[\x03"]/)
    hand('talk')
    send(ODOMETER)
    expect(heard()).toBe('"1"')
  })

  it('takes bytes as slowly as it is told', () => {
    const { send, hand, time, heard } = open()
    hand('slow 100')
    send('~JX~JX~HI')
    time.advance(79)
    expect(heard()).toBe('')
    time.advance(1)
    expect(heard()).toContain('VIRTUAL')
  })

  it('cuts its clients off at a byte, and keeps the half format that it has', () => {
    const { send, hand, rejoin, heard, printer } = open()
    const cuts: string[] = []
    printer.onCutOff((how) => cuts.push(how))
    hand('after 8 bytes reset')
    send(label('A'))
    expect(cuts).toEqual(['reset'])
    rejoin()
    send('~HS')
    expect(heard()).toContain('\x02030,0,0,0177,000,0,0,1,')
  })

  it('feeds a blank label without counting it', () => {
    const { hand, pieces, printer } = open()
    hand('feed')
    expect([printer.totalLabelCount(), ...pieces]).toEqual([0, 'blank'])
  })

  it('does between two labels what is to happen after a whole number of them', () => {
    const { send, hand, time, pieces, printer } = open()
    hand('after 2 labels head open')
    send(label('A') + label('B'))
    time.advance(1_000)
    expect(pieces).toEqual(['good A', 'good B'])
    expect(printer.report().conditions).toEqual(['head-open'])
  })

  it('forgets what came in the same breath as its end', () => {
    const { send, hand, time, pieces, rejoin } = open({ speedIps: undefined })
    hand('after 1 labels power off')
    send(label('A') + label('B') + label('C'))
    hand('power on')
    rejoin()
    send(label('D'))
    time.advance(1_000)
    expect(pieces).toEqual(['good A', 'good D'])
  })

  it('does not lose time between labels, however late it is called back', () => {
    const { send, time, printer } = open()
    send(Array.from({ length: 10 }, (_, index) => label(String(index))).join(''))
    for (let step = 0; step < 10; step += 1) {
      time.stall(30)
      time.advance(70)
    }
    expect(printer.totalLabelCount()).toBe(10)
  })
})

describe('mischief', () => {
  /** What happens to a printer while it prints, until it stops or its labels are out. */
  function shake(seed: number): readonly string[] {
    const { printer, send, time } = open()
    const happened: string[] = []
    makeMischief(printer, {
      random: createRandom(seed),
      everyLabels: 3,
      shortestMs: 100,
      longestMs: 1_000,
      slowest: 200,
      onMishap: (words) => happened.push(words)
    })
    send(Array.from({ length: 40 }, (_, index) => label(String(index))).join(''))
    time.advance(20_000)
    return happened
  }

  it('is the same for the same seed, and another for another', () => {
    expect(shake(7)).toEqual(shake(7))
    expect(shake(7)).not.toEqual(shake(8))
  })

  it('is of every kind sooner or later', () => {
    const all = Array.from({ length: 200 }, (_, seed) => shake(seed))
      .flat()
      .join('\n')
    for (const kind of [
      'paper 1.',
      'ribbon 0.',
      'paper out',
      'ribbon out',
      'head open',
      'pause',
      'bytes reset',
      'power off',
      'power fail',
      'freeze',
      'silent',
      'garbled',
      'slow',
      'head close',
      'jam',
      'cutter stuck',
      'head hot'
    ])
      expect(all).toContain(kind)
  })
})

describe('somebody at the printer', () => {
  it('sees to whatever stops it, and switches off and on what hangs', () => {
    const { printer, hand, send, time, pieces } = open()
    const leave = attend(printer, { random: createRandom(1), leastMs: 100, patienceMs: 1_000, timers: time })
    for (const words of [
      'paper out',
      'head open',
      'ribbon out',
      'pause',
      'jam',
      'cutter stuck',
      'head hot',
      'power fail',
      'freeze',
      'silent'
    ]) {
      hand(words)
      time.advance(10_000)
      expect(printer.report()).toMatchObject({ power: true, frozen: false, answers: 'well', conditions: [] })
    }
    leave()
    hand('paper out')
    send(label('A'))
    time.advance(10_000)
    expect(pieces).toEqual([])
  })
})

describe('words for hands', () => {
  it.each([
    'paper -1',
    'paper 1e9',
    'slow 0',
    'after 1 day reset',
    'after labels reset',
    'head',
    'after 1 labels jump',
    ''
  ])('are refused where they mean nothing: %j', (words) => {
    expect(parseHand(words)).toBeUndefined()
  })
})

describe('a virtual printer of another kind', () => {
  it('has no odometer, as clones have none', () => {
    const { send, heard } = open({ variables: 'no-odometer' })
    send(`~HI${ODOMETER}`)
    expect(heard()).toMatch(/^\x02VIRTUAL.*"\?"$/s)
  })

  it('knows no variables at all', () => {
    const { send, heard } = open({ variables: 'none' })
    send(ODOMETER)
    expect(heard()).toBe('')
  })

  it('leaves ~HS unanswered while it is out of paper', () => {
    const { send, hand, heard } = open({ mutedByFaults: true })
    hand('paper out')
    send('~HS')
    expect(heard()).toBe('')
    send('\r\n! U1 getvar "sensor.paper_supply"\r\n')
    expect(heard()).toBe('"out"')
  })
})

describe('what a virtual printer remembers', () => {
  it('is a count of its own that can be set back, and a name', () => {
    const { send, time, heard } = open()
    send(label('A') + label('B'))
    time.advance(200)
    send('\r\n! U1 setvar "odometer.user_label_count1" "0"\r\n! U1 setvar "device.friendly_name" "Dock 1"\r\n')
    send(label('C'))
    time.advance(100)
    send('\r\n! U1 getvar "odometer.user_label_count1"\r\n! U1 getvar "device.friendly_name"\r\n')
    expect(heard()).toBe('"1""Dock 1"')
  })

  it('is in ^HH too', () => {
    const { send, time, heard } = open()
    send(label('A'))
    time.advance(100)
    send('^XA^HH^XZ')
    expect(heard()).toMatch(/1 LABELS\s+NONRESET CNTR/)
  })
})

describe('alerts of a virtual printer', () => {
  it('go to whoever asked for them, in the words of a real one', () => {
    const sent: string[] = []
    const { send, hand, time } = open({ onAlert: ({ host, port, text }) => sent.push(`${host}:${port} ${text}`) })
    send('^XA^SXE,D,Y,Y,192.0.2.10,9999^SXK,D,Y,N,192.0.2.10,9999^XZ')
    send(label('A'))
    time.advance(100)
    hand('head open')
    hand('head close')
    hand('pause')
    expect(sent.map((text) => text.replace(/\d{4}-\S+ \S+(?=\])/, 'T'))).toEqual([
      '192.0.2.10:9999 ALERT: PQ JOB COMPLETED [T] [DSV00000000]\r\n',
      '192.0.2.10:9999 ERROR CONDITION: HEAD OPEN [T] [DSV00000000]\r\n',
      '192.0.2.10:9999 ERROR CLEARED: HEAD OPEN [T] [DSV00000000]\r\n'
    ])
  })

  it('end with ^SQ, and without power', () => {
    const sent: string[] = []
    const { send, hand, rejoin } = open({ onAlert: ({ text }) => sent.push(text) })
    send('^XA^SX*,D,Y,N,192.0.2.10,9999^XZ^XA^SQ*^XZ')
    hand('pause')
    send('^XA^SX*,D,Y,N,192.0.2.10,9999^XZ')
    hand('power off')
    hand('power on')
    rejoin()
    hand('pause')
    expect(sent).toEqual([])
  })
})
