import { Button } from '@mantine/core'
import { IconContrast, IconGauge, IconPrinter, IconRulerMeasure, IconStethoscope } from '@tabler/icons-react'
import type { DeviceStatus } from '../../../../../ipc/views.ts'
import { Failure } from '../../../ui/failure.tsx'
import { HEALTH_TONES } from '../../../ui/health-tones.ts'
import { Panel } from '../../../ui/panel.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { TRANSPORT_WORDS } from '../device-words.ts'
import { Findings } from './findings.tsx'
import { usePrintSeries, usePrintTest, useReport, type Vary } from './queries.ts'
import { Series } from './series.tsx'
import classes from './printer-trial.module.css'

export interface PrinterTrialProps {
  readonly printer: DeviceStatus
  /** The test labels that were scanned. */
  readonly read: ReadonlySet<string>
  /** Whether the label that was scanned last is an earlier one of this printer. */
  readonly wasEarlier: boolean
}

/** What can be tried with one printer, and what came of it. */
export function PrinterTrial({ printer, read, wasEarlier }: PrinterTrialProps) {
  const { id, type, health, brief, words } = printer
  const report = useReport()
  const test = usePrintTest()
  const series = usePrintSeries()
  const wasRead = test.data !== undefined && read.has(test.data.code)
  const trySeries = (vary: Vary) => series.mutate({ printer: id, vary })
  const isBlind = type === 'queue'
  return (
    <Panel title={id} actions={<StateMark tone={HEALTH_TONES[health]}>{brief}</StateMark>} label={`Printer ${id}`}>
      <div className={classes.trial}>
        <p className={classes.words}>
          {TRANSPORT_WORDS.get(type) ?? type}. {words}
        </p>
        <div className={classes.actions}>
          <Button
            size="md"
            leftSection={<IconPrinter size={20} aria-hidden />}
            loading={test.isPending}
            onClick={() => test.mutate(id)}
          >
            Print a test label
          </Button>
          <Button
            size="md"
            variant="default"
            leftSection={<IconStethoscope size={20} aria-hidden />}
            disabled={isBlind || report.isPending}
            onClick={() => report.mutate({ printer: id, measure: false })}
          >
            Check
          </Button>
          <Button
            size="md"
            variant="default"
            leftSection={<IconRulerMeasure size={20} aria-hidden />}
            disabled={isBlind || report.isPending}
            onClick={() => report.mutate({ printer: id, measure: true })}
          >
            Calibrate
          </Button>
          <Button
            size="md"
            variant="default"
            leftSection={<IconContrast size={20} aria-hidden />}
            disabled={series.isPending}
            onClick={() => trySeries('darkness')}
          >
            Try darkness
          </Button>
          <Button
            size="md"
            variant="default"
            leftSection={<IconGauge size={20} aria-hidden />}
            disabled={series.isPending}
            onClick={() => trySeries('speed')}
          >
            Try speed
          </Button>
        </div>
        {wasEarlier && (
          <div className={classes.test} role="status">
            <StateMark tone="warn">An earlier test label</StateMark>
            <p>{id} has printed another one since. Throw this one away, and scan the one that came out last.</p>
          </div>
        )}
        {test.error && <Failure inline what="No test label was printed" error={test.error} />}
        {test.data && (
          <div className={classes.test} role="status">
            <StateMark tone={wasRead ? 'good' : 'wait'}>{wasRead ? 'Scanned back' : 'On its way'}</StateMark>
            <p>
              {wasRead
                ? `The test label came out of ${id} and reads well. Throw it away.`
                : `The label says where it came from. Scan it when it is out: ${test.data.code}`}
            </p>
          </div>
        )}
        {series.error && <Failure inline what="No test labels were printed" error={series.error} />}
        {series.data && <Series printer={id} vary={series.data.vary} labels={series.data.labels} read={read} />}
        {report.isPending && (
          <p className={classes.words} role="status">
            Asking the printer. Its labels wait meanwhile.
          </p>
        )}
        {report.error && <Failure inline what="The printer could not be asked" error={report.error} />}
        {report.data && !report.isPending && <Findings report={report.data} />}
        {isBlind && <p className={classes.words}>A print queue cannot be asked: see to the printer itself.</p>}
      </div>
    </Panel>
  )
}
