import type { PrinterFindingView, PrinterReportView } from '../../../../../ipc/printer-setup-views.ts'
import { StateMark } from '../../../ui/state-mark.tsx'
import type { Tone } from '../../../ui/tone.ts'
import classes from './findings.module.css'

const TONES: Readonly<Record<PrinterFindingView['outcome'], Tone>> = { good: 'good', bad: 'bad', unknown: 'quiet' }

const TITLES: Readonly<Record<PrinterFindingView['what'], string>> = {
  resolution: 'Resolution',
  length: 'Label height',
  width: 'Label width',
  settings: 'Own settings',
  counter: 'Counter',
  wear: 'To see to'
}

/** What a printer says of itself, each beside what the settings say. */
export function Findings({ report }: { readonly report: PrinterReportView }) {
  const { model, serial, firmware, findings } = report
  const who = [model, serial && `serial number ${serial}`, firmware && `firmware ${firmware}`].filter(Boolean)
  return (
    <div role="status">
      <p className={classes.who}>{who.length === 0 ? 'It does not say who it is.' : who.join(', ')}</p>
      <ul className={classes.findings} aria-label={`What ${report.printer} says`}>
        {findings.map(({ what, outcome, words }) => (
          <li key={what} className={classes.finding}>
            <StateMark tone={TONES[outcome]}>{TITLES[what]}</StateMark>
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
