import { SEPARATORS } from '../../../../core/barcode/calibration-symbol.ts'
import { shown } from '../../../../core/words.ts'
import type { CalibrationFindings, SeparatorFinding } from './findings.ts'
import { MAX_AFFIX, mayBeCodeIdentifier, MOST_GAP_MS } from './settings-found.ts'

/** Something that the station cannot make up for, or that could be better. */
export interface Advice {
  /** Whether scans come out wrong until it is done. */
  readonly isNeeded: boolean
  /** What is so, in a few words. */
  readonly what: string
  /** What comes of it, and what to re-programme. */
  readonly words: string
}

/** Slower than this a scan of a long label takes over two seconds. */
const SLOW_MS = 25

/** What to re-programme at the scanner, the worst first. */
export function adviceOn(findings: CalibrationFindings): readonly Advice[] {
  return [
    ...aboutLayout(findings),
    ...aboutCase(findings),
    ...aboutSeparators(findings),
    ...aboutAffixes(findings),
    ...aboutEnding(findings),
    ...aboutPace(findings)
  ]
}

function aboutLayout({ layout, wrong }: CalibrationFindings): readonly Advice[] {
  if (layout?.kind === 'unknown') {
    return [
      {
        isNeeded: true,
        what: 'The scanner is set to a keyboard that is not known here',
        words:
          'Its letters and digits come out wrong, and nobody can tell which is which. Scan the code for the US keyboard (country, keyboard layout) in its manual, then scan this symbol again.'
      }
    ]
  }
  if (layout?.kind === 'numbers') {
    return [
      {
        isNeeded: false,
        what: 'Every character is typed as a number with Alt held down',
        words:
          'That works with any keyboard, and takes five times as long. Switch it off where the scanner can (ALT mode, keypad emulation), then scan this symbol again.'
      }
    ]
  }
  const lost = layout?.kind === 'known' ? layout.wrong : wrong
  if (lost === '') return []
  const isPlain = !/[A-Za-z0-9]/.test(lost)
  return [
    {
      isNeeded: true,
      what: `These characters come wrong: ${Array.from(lost).join(' ')}`,
      words: isPlain
        ? 'Codes that hold one of them are misread. Scan the code for the US keyboard in the scanner’s manual, then scan this symbol again.'
        : 'Something between the scanner and this station changes letters or digits. Set the scanner, or the program that passes its scans on, to leave the data as it is; then scan this symbol again.'
    }
  ]
}

function aboutCase({ letterCase, hasCapsLock, layout }: CalibrationFindings): readonly Advice[] {
  switch (letterCase) {
    case 'upper':
    case 'lower':
      return [
        {
          isNeeded: true,
          what: letterCase === 'upper' ? 'All letters come as capitals' : 'All letters come as small letters',
          words:
            'Which they were is lost, and a1 and A1 are two serials. Scan “no case conversion” (keep case, normal) in the scanner’s manual, then scan this symbol again.'
        }
      ]
    case 'swapped':
      if (layout && !hasCapsLock) return []
      return [
        hasCapsLock
          ? {
              isNeeded: true,
              what: 'Caps Lock is on, and the scanner turns letters round to make up for it',
              words: 'Press Caps Lock, so that it is off, and scan this symbol again.'
            }
          : {
              isNeeded: true,
              what: 'Capitals come as small letters and small letters as capitals',
              words: 'Scan “no case conversion” in the scanner’s manual, then scan this symbol again.'
            }
      ]
    case 'unknown':
      if (layout?.kind === 'unknown') return []
      return [
        {
          isNeeded: true,
          what: 'Some letters change their case',
          words: 'It seems that Shift was pressed, or Caps Lock changed, while it was scanned. Scan this symbol again.'
        }
      ]
    case 'kept':
      return []
  }
}

function aboutSeparators({ separators, layout }: CalibrationFindings): readonly Advice[] {
  if (layout?.kind === 'unknown') return []
  const named = SEPARATORS.map(({ name }) => ({ name: name.toUpperCase(), finding: separators[name] }))
  const lost = named.filter(({ finding }) => finding.kind === 'lost').map(({ name }) => name)
  const mixed = named.filter(({ finding }) => finding.kind === 'mixed-up')
  const remedy = layout
    ? 'Switch the scanner to HID POS, or set it to send control characters as Ctrl and a key (function code mapping off, control characters on); then scan this symbol again.'
    : 'Set the scanner to send control characters as they are; then scan this symbol again.'
  return [
    ...(lost.length === 0
      ? []
      : [
          {
            isNeeded: true,
            what: `${lost.join(' and ')} ${lost.length === 1 ? 'is' : 'are'} lost`,
            words: `The fields of suppliers’ labels run together: where the part number ends and the lot begins cannot be seen. ${remedy}`
          }
        ]),
    ...mixed.map(({ name, finding }) => ({
      isNeeded: true,
      what: `${name} comes as ${textOf(finding)}`,
      words: `That may as well be a part of a code, so the fields of labels cannot be told apart. Have the scanner send | for it, or: ${remedy}`
    }))
  ]
}

function textOf(finding: SeparatorFinding): string {
  return finding.kind === 'mixed-up' ? JSON.stringify(shown(finding.text)) : finding.kind
}

function aboutAffixes({ prefix, isPrefixFirst, trailer }: CalibrationFindings): readonly Advice[] {
  const long = [...(prefix.length > MAX_AFFIX ? ['before'] : []), ...(trailer.length > MAX_AFFIX ? ['after'] : [])].map(
    (where) => ({
      isNeeded: true,
      what: `The scanner sends more than ${MAX_AFFIX} characters ${where} the data`,
      words: 'Take them out with the scanner’s manual (data format, prefix and suffix), then scan this symbol again.'
    })
  )
  if (mayBeCodeIdentifier(prefix)) {
    return [
      ...long,
      {
        isNeeded: true,
        what: `${prefix} comes before the data`,
        words:
          'It is not taken off: it may be the maker’s identifier of this kind of symbol (code ID), and others come with another one. Switch the code identifier off and the AIM identifier on in the scanner’s manual, then scan this symbol again. Where the same comes before every code, write it down as the prefix of this scanner under Settings, Station.'
      }
    ]
  }
  if (prefix === '' || isPrefixFirst) return long
  return [
    ...long,
    {
      isNeeded: true,
      what: `${shown(prefix)} comes between the symbol’s identifier and the data`,
      words: 'Take the prefix out with the scanner’s manual, then scan this symbol again.'
    }
  ]
}

function aboutEnding({ ending, layout, type, trailer }: CalibrationFindings): readonly Advice[] {
  const isMarked = !layout && /[\t\x03]$/.test(trailer)
  if (ending !== 'none' || type === 'hid-pos' || isMarked) return []
  return [
    {
      isNeeded: false,
      what: 'Nothing ends a scan',
      words:
        'The station has to wait for silence after each one. Have the scanner send Enter (CR) at the end, then scan this symbol again.'
    }
  ]
}

function aboutPace({ pace, layout }: CalibrationFindings): readonly Advice[] {
  if (!pace) return []
  if (pace.longestGapMs > MOST_GAP_MS) {
    return [
      {
        isNeeded: true,
        what: `A key every ${Math.round(pace.longestGapMs)} ms is as slow as a person types`,
        words:
          'Its scans cannot be told from typing, and go where typing goes. Set the delay between characters (inter-character, keystroke delay) to none in the scanner’s manual, then scan this symbol again.'
      }
    ]
  }
  if (layout?.kind === 'numbers' || pace.perCharacterMs <= SLOW_MS) return []
  return [
    {
      isNeeded: false,
      what: `A key every ${Math.round(pace.perCharacterMs)} ms is slow`,
      words:
        'A long label takes seconds. Set the delay between characters (inter-character, keystroke delay) to none in the scanner’s manual, then scan this symbol again.'
    }
  ]
}
