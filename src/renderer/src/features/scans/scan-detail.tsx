import type { ReactNode } from 'react'
import type { ScanDetailView, ScanRowView } from '../../../../ipc/journal-views.ts'
import { FactList } from '../../ui/fact-list.tsx'
import { Failure } from '../../ui/failure.tsx'
import { groupedCount } from '../../ui/grouped-quantity.ts'
import { formatMoment } from '../../ui/moments.ts'
import { hexLines } from './hex-lines.ts'
import { OutcomeMark } from './outcome-mark.tsx'
import { useScan } from './queries.ts'
import { aimWords, scannerWord } from './scan-words.ts'
import classes from './scan-detail.module.css'
import { ScannedText } from './scanned-text.tsx'

/** One scan: what came from the scanner byte by byte, what was understood, and what it caused. */
export function ScanDetail({ scan: listed }: { readonly scan: ScanRowView }) {
  const { data, error, refetch } = useScan(listed.scan)
  const { at, sound, outcome, text } = data ?? listed
  return (
    <aside className={classes.detail} aria-label={`Scan ${listed.scan}`}>
      <div className={classes.answer} data-urgent={sound === null || undefined}>
        <OutcomeMark sound={sound} />
        <p>
          {outcome ?? 'This scan was written down and never answered. Whoever scanned heard nothing: scan it again.'}
        </p>
      </div>
      <div className={classes.text}>
        <ScannedText wrap>{text}</ScannedText>
      </div>
      {error && <Failure inline what="The scan could not be read" error={error} onRetry={() => void refetch()} />}
      {data && <Caused scan={data} />}
      {data && <Bytes hex={data.hex} receivedHex={data.receivedHex} />}
      <FactList
        facts={[
          { name: 'When', value: formatMoment(at) },
          { name: 'Scanner', value: scannerWord(listed.scanner) },
          { name: 'Device', value: data?.device },
          { name: 'Came as', value: data?.source === 'keyboard' && 'keys of a keyboard' },
          { name: 'Identifier', value: data?.aim != null && aimWords(data.aim) },
          { name: 'Understood as', value: data?.meaning },
          { name: 'Operator', value: data?.operator },
          { name: 'Station', value: data?.station },
          { name: 'Number', value: listed.scan }
        ]}
      />
    </aside>
  )
}

function Caused({ scan: { events, eventCount, sound } }: { readonly scan: ScanDetailView }) {
  if (sound === null) return null
  return (
    <Section title="What it caused">
      {eventCount === 0 ? (
        <p className={classes.quiet}>
          Nothing was changed by this scan alone. What it added to an open line counts with the scan that finishes the
          line.
        </p>
      ) : (
        <ol className={classes.events}>
          {events.map(({ seq, words }) => (
            <li key={seq}>
              <span className={classes.seq}>{seq}</span> {words}
            </li>
          ))}
          {eventCount > events.length && <li>and {groupedCount(eventCount - events.length)} more</li>}
        </ol>
      )}
    </Section>
  )
}

function Bytes({ hex, receivedHex }: Pick<ScanDetailView, 'hex' | 'receivedHex'>) {
  if (hex === null) {
    return (
      <Section title="Bytes">
        <p className={classes.quiet}>The code of a badge is shown to nobody: whoever reads it could type it.</p>
      </Section>
    )
  }
  return (
    <>
      <HexLines title={`${groupedCount(hex.length / 2)} bytes`} hex={hex} />
      {receivedHex !== null && <HexLines title="As the scanner sent them, before its settings" hex={receivedHex} />}
    </>
  )
}

function HexLines({ title, hex }: { readonly title: string; readonly hex: string }) {
  return (
    <Section title={title}>
      <div className={classes.bytes} role="img" aria-label={`Bytes ${hex}`}>
        {hexLines(hex).map(({ offset, bytes, readable }) => (
          <div key={offset} className={classes.line}>
            <span className={classes.offset}>{offset}</span>
            <span>{bytes.join(' ')}</span>
            <ScannedText>{readable}</ScannedText>
          </div>
        ))}
      </div>
    </Section>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2 className={classes.title}>{title}</h2>
      {children}
    </section>
  )
}
