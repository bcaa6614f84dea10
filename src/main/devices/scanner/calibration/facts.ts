import { SEPARATORS } from '../../../../core/barcode/calibration-symbol.ts'
import { shown } from '../../../../core/words.ts'
import { LAYOUT_WORDS } from '../layouts/layouts.ts'
import type { CalibrationFindings, SeparatorFinding } from './findings.ts'

export interface Fact {
  readonly name: string
  readonly value: string
}

const MODES: Readonly<Record<CalibrationFindings['type'], string>> = {
  'hid-pos': 'HID POS',
  keyboard: 'Keyboard',
  serial: 'Serial port',
  tcp: 'Network (TCP)'
}

/** What was found out about a scanner, in words. */
export function factsOf(findings: CalibrationFindings): readonly Fact[] {
  const { type, layout, prefix, sendsAim, pace } = findings
  return [
    { name: 'Works as', value: MODES[type] },
    ...(layout ? [{ name: 'Set to', value: keyboardWords(layout) }] : []),
    { name: 'Letters', value: CASE_WORDS[findings.letterCase] },
    ...(layout?.kind === 'unknown'
      ? []
      : [
          { name: 'Separators', value: separatorWords(findings) },
          { name: 'Before', value: prefix === '' ? 'nothing' : shown(prefix) },
          { name: 'Identifier', value: sendsAim ? 'sent' : 'not sent' }
        ]),
    { name: 'After', value: endWords(findings) },
    ...(pace ? [{ name: 'Pace', value: `${Math.round(pace.perCharacterMs)} ms a character` }] : [])
  ]
}

function keyboardWords(layout: NonNullable<CalibrationFindings['layout']>): string {
  switch (layout.kind) {
    case 'known':
      return `${LAYOUT_WORDS[layout.id]} keyboard`
    case 'numbers':
      return 'any keyboard: it types numbers with Alt'
    case 'unknown':
      return 'an unknown keyboard'
  }
}

const CASE_WORDS: Readonly<Record<CalibrationFindings['letterCase'], string>> = {
  kept: 'capitals and small letters as printed',
  swapped: 'capitals and small letters changed about',
  upper: 'all as capitals',
  lower: 'all as small letters',
  unknown: 'cannot be told'
}

const WAYS: Readonly<Record<Extract<SeparatorFinding, { kind: 'kept' }>['by'], string>> = {
  byte: 'as they are',
  control: 'as Ctrl and a key',
  'alt-number': 'as Alt and a number',
  'function-key': 'as function keys'
}

function separatorWords({ separators }: CalibrationFindings): string {
  const arrivals = SEPARATORS.map(({ name }) => ({ name: name.toUpperCase(), finding: separators[name] }))
  const ways = arrivals.map(({ finding }) => (finding.kind === 'kept' ? WAYS[finding.by] : null))
  const [way] = ways
  if (way && ways.every((other) => other === way)) return `${arrivals.map(({ name }) => name).join(', ')} ${way}`
  return arrivals.map(({ name, finding }) => `${name} ${arrivalWords(finding)}`).join(', ')
}

function arrivalWords(finding: SeparatorFinding): string {
  switch (finding.kind) {
    case 'kept':
      return WAYS[finding.by]
    case 'text':
    case 'mixed-up':
      return `as ${shown(finding.text)}`
    case 'key':
      return `as the key ${finding.code}`
    case 'lost':
      return 'lost'
  }
}

const END_WORDS: Readonly<Record<CalibrationFindings['ending'], string>> = {
  etx: 'ETX',
  silence: 'nothing: a pause ends it',
  enter: 'Enter',
  tab: 'Tab',
  none: 'nothing',
  cr: 'CR',
  lf: 'LF',
  'cr-lf': 'CR LF',
  report: 'nothing that is needed'
}

function endWords({ trailer, ending }: CalibrationFindings): string {
  return trailer === '' ? END_WORDS[ending] : `${shown(trailer)}, then ${END_WORDS[ending]}`
}
