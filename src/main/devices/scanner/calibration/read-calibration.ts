import { PROBE, recogniseCalibration } from '../../../../core/barcode/calibration-symbol.ts'
import { bytesToText } from '../bytes-to-text.ts'
import { sentCharacters } from '../key-text.ts'
import type { KeyStroke } from '../key-stroke.ts'
import { LAYOUT_IDS, LAYOUTS, scannersLayout } from '../layouts/layouts.ts'
import type { LayoutId } from '../layouts/layouts.ts'
import type { CalibrationFindings, CalibrationScan, LayoutFinding } from './findings.ts'
import { locateSymbol, textOfPieces } from './locate.ts'
import type { LocatedSymbol, Piece } from './locate.ts'
import { lostCharacters } from './lost-characters.ts'
import { paceOf } from './pace.ts'
import { separatorsOf } from './separators-found.ts'

/**
 * What a scan of the calibration symbol tells of its scanner; absent where the scan is none, or only a piece of one.
 *
 * Key strokes are read by their places on each keyboard that is known; the one by which the content comes out right is
 * what the scanner is set to, whatever the computer's own keyboard is.
 */
export function readCalibration(scan: CalibrationScan): CalibrationFindings | undefined {
  return scan.strokes ? readFromKeys(scan, scan.strokes) : readFromBytes(scan)
}

function readFromBytes(scan: CalibrationScan): CalibrationFindings | undefined {
  const pieces = Array.from(bytesToText(scan.bytes), (text): Piece => ({ text, by: 'byte', code: '' }))
  const symbol = locateSymbol(pieces)
  if (!symbol) return undefined
  const isLine = scan.type !== 'hid-pos'
  return {
    ...ofSymbol(scan, symbol),
    layout: null,
    wrong: lostOf(symbol),
    hasCapsLock: false,
    ending: scan.lineEnd ?? (isLine ? 'none' : 'report'),
    pace: null
  }
}

function readFromKeys(scan: CalibrationScan, strokes: readonly KeyStroke[]): CalibrationFindings | undefined {
  const readings = LAYOUT_IDS.flatMap((id) => {
    const symbol = locateSymbol(sentCharacters(strokes, LAYOUTS[id]))
    return symbol ? [{ id, symbol, wrong: lostOf(symbol) }] : []
  }).sort((a, b) => a.wrong.length - b.wrong.length)
  const hasCapsLock = strokes.some(({ capsLock }) => capsLock === true)
  const [best] = readings
  if (!best) {
    const sent = sentCharacters(strokes, LAYOUTS.us)
    const isWhole = recogniseCalibration(textOfPieces(sent).replace(/[\r\t]$/, '')) === 'whole'
    return isWhole ? unknownKeyboard(scan, sent, strokes, hasCapsLock) : undefined
  }
  // What comes around the data comes with its letters turned round as well.
  const isSwapped = letterCaseOf(best.symbol) === 'swapped'
  const turned = isSwapped ? locateSymbol(sentCharacters(strokes, scannersLayout(best.id, true, []))) : undefined
  const { tail, ending } = endingOf((turned ?? best.symbol).tail)
  return {
    ...ofSymbol(scan, { ...(turned ?? best.symbol), tail }),
    letterCase: letterCaseOf(best.symbol),
    layout: layoutFinding(best.id, best.symbol, best.wrong),
    wrong: '',
    hasCapsLock,
    ending,
    pace: paceOf(strokes)
  }
}

/** The marks came, by keys that none of the known keyboards has for them. */
function unknownKeyboard(
  scan: CalibrationScan,
  sent: readonly Piece[],
  strokes: readonly KeyStroke[],
  hasCapsLock: boolean
): CalibrationFindings {
  const lost = { kind: 'lost' } as const
  return {
    scannerId: scan.scannerId,
    type: scan.type,
    nonce: null,
    layout: { kind: 'unknown' },
    wrong: '',
    letterCase: 'unknown',
    hasCapsLock,
    separators: { gs: lost, rs: lost, eot: lost },
    prefix: '',
    isPrefixFirst: true,
    trailer: '',
    ending: endingOf(sent).ending,
    sendsAim: false,
    pace: paceOf(strokes)
  }
}

function layoutFinding(id: LayoutId, symbol: LocatedSymbol, wrong: string): LayoutFinding {
  // Letters and digits are what a code is made of: a keyboard that gets one of them wrong is another one.
  if (/[A-Za-z0-9]/.test(wrong)) return { kind: 'unknown' }
  const isNumbers = symbol.probe.length > 0 && symbol.probe.every(({ by }) => by === 'alt-number')
  return isNumbers ? { kind: 'numbers' } : { kind: 'known', id, wrong }
}

type OfSymbol = Pick<
  CalibrationFindings,
  'scannerId' | 'type' | 'nonce' | 'letterCase' | 'separators' | 'prefix' | 'isPrefixFirst' | 'trailer' | 'sendsAim'
>

function ofSymbol(scan: CalibrationScan, symbol: LocatedSymbol): OfSymbol {
  const { prefix, isPrefixFirst, sendsAim } = leadOf(textOfPieces(symbol.lead))
  return {
    scannerId: scan.scannerId,
    type: scan.type,
    nonce: symbol.nonce,
    letterCase: letterCaseOf(symbol),
    separators: separatorsOf(symbol.separators),
    prefix,
    isPrefixFirst,
    trailer: textOfPieces(symbol.tail),
    sendsAim: sendsAim || scan.aim !== null
  }
}

/** An identifier is the first of what is sent, or the last before the data. */
function leadOf(lead: string): Pick<OfSymbol, 'prefix' | 'isPrefixFirst' | 'sendsAim'> {
  const prefix = lead.replace(/^\][A-Za-z]\d|\][A-Za-z]\d$/, '')
  return { prefix, isPrefixFirst: lead.startsWith(prefix), sendsAim: prefix !== lead }
}

function letterCaseOf({ firstMark, lastMark }: LocatedSymbol): CalibrationFindings['letterCase'] {
  const first = caseOf(firstMark)
  const last = caseOf(lastMark)
  if (first === 'upper' && last === 'lower') return 'kept'
  if (first === 'lower' && last === 'upper') return 'swapped'
  return first === last ? first : 'unknown'
}

function caseOf(text: string): 'upper' | 'lower' | 'unknown' {
  if (text === text.toUpperCase()) return 'upper'
  return text === text.toLowerCase() ? 'lower' : 'unknown'
}

/** What came wrong of the probe, once what became of case is taken into account. */
function lostOf(symbol: LocatedSymbol): string {
  const arrived = textOfPieces(symbol.probe)
  switch (letterCaseOf(symbol)) {
    case 'kept':
      return lostCharacters(PROBE, arrived)
    case 'swapped':
      return lostCharacters(PROBE, swapCase(arrived))
    default:
      return lostCharacters(PROBE.toLowerCase(), arrived.toLowerCase())
  }
}

function swapCase(text: string): string {
  return text.replace(/\p{L}/gu, (letter) =>
    letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()
  )
}

function endingOf(tail: readonly Piece[]): {
  readonly tail: readonly Piece[]
  readonly ending: 'enter' | 'tab' | 'none'
} {
  const last = tail.at(-1)?.text
  if (last === '\r') return { tail: tail.slice(0, -1), ending: 'enter' }
  if (last === '\t') return { tail: tail.slice(0, -1), ending: 'tab' }
  return { tail, ending: 'none' }
}
