import { IconHistory } from '@tabler/icons-react'
import { CodeText } from '../ui/code-text.tsx'
import { SIGNAL_LOOKS } from '../ui/signal-looks.ts'
import type { Signal } from './signals.ts'
import classes from './scan-panel.module.css'

export interface ScanPanelProps {
  readonly signal: Signal
  readonly onHistory: () => void
}

/** A title of so many characters has room in the largest letters. */
const SHORT_TITLE = 24

/** A message of so many characters has room in three lines of a small window. */
const SHORT_MESSAGE = 120

/** The last scan, legible from two metres: its sound as colour, icon and word, what became of it, and what to do. */
export function ScanPanel({ signal, onHistory }: ScanPanelProps) {
  const { kind, key, title, message, text, origin } = signal
  const { word, icon: Mark } = SIGNAL_LOOKS[kind]
  return (
    <section className={classes.panel} data-signal={kind} aria-label="Last scan">
      <div key={key} className={classes.flash} aria-hidden />
      <div className={classes.block} aria-hidden>
        <Mark size={64} stroke={kind === 'idle' ? 1.6 : 2.6} />
        <span className={classes.word}>{word}</span>
      </div>
      <div className={classes.live} role="status" aria-live="assertive" aria-atomic>
        <div key={key}>
          <p className={classes.title} data-long={title.length > SHORT_TITLE || undefined} title={title}>
            {title}
          </p>
          <p className={classes.message} data-long={message.length > SHORT_MESSAGE || undefined} title={message}>
            {message}
          </p>
        </div>
      </div>
      <div className={classes.source}>
        {text !== null && (
          <div className={classes.scanned} title={text}>
            <CodeText wrap>{text}</CodeText>
          </div>
        )}
        <div className={classes.foot}>
          <span className={classes.origin} title={origin ?? undefined}>
            {origin}
          </span>
          <button type="button" className={classes.history} aria-label="Recent scans" onClick={onHistory}>
            <IconHistory size={18} aria-hidden /> Recent
          </button>
        </div>
      </div>
    </section>
  )
}
