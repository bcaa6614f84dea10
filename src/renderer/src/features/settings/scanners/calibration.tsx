import { Button } from '@mantine/core'
import { IconPrinter, IconScan, IconX } from '@tabler/icons-react'
import { useEffect } from 'react'
import type { CalibrationView } from '../../../../../ipc/scanner-setup-views.ts'
import { useStation } from '../../../station-context.tsx'
import { DrawnSymbol } from '../../../ui/drawn-symbol.tsx'
import { Failure } from '../../../ui/failure.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { CalibrationResult } from './calibration-result.tsx'
import { useCalibration, useCalibrationStep, usePrintSymbol } from './queries.ts'
import classes from './calibration.module.css'

/** Setting a scanner up by one scan of one symbol. */
export function Calibration() {
  const calibration = useCalibration()
  const begin = useCalibrationStep('begin')
  const station = useStation()

  // Whoever goes elsewhere no longer holds a scanner in front of the screen.
  useEffect(() => () => void station.scannerSetup.end({}).catch(() => {}), [station])

  return (
    <Panel title="Set a scanner up by one scan" label="Set a scanner up by one scan">
      <div className={classes.body}>
        {calibration.error && <Failure inline what="The calibration cannot be shown" error={calibration.error} />}
        {calibration.data?.symbol ? (
          <SymbolToScan symbol={calibration.data.symbol} />
        ) : (
          <>
            {calibration.data?.last && (
              <CalibrationResult key={calibration.data.last.at} result={calibration.data.last} />
            )}
            <div className={classes.begin}>
              <p>
                One scan of one symbol shows how a scanner is set: as what it works, its keyboard, capitals and small
                letters, separators, what it sends before and after, and how fast. The station keeps that for this
                scanner and goes by it at once.
              </p>
              <Button
                size="lg"
                variant={calibration.data?.last ? 'default' : 'filled'}
                leftSection={<IconScan size={22} aria-hidden />}
                loading={begin.isPending}
                onClick={() => begin.mutate()}
              >
                {calibration.data?.last ? 'Show a symbol again' : 'Show the symbol'}
              </Button>
            </div>
            {begin.error && <Failure inline what="No scanner is listened for" error={begin.error} />}
          </>
        )}
      </div>
    </Panel>
  )
}

function SymbolToScan({ symbol }: { readonly symbol: NonNullable<CalibrationView['symbol']> }) {
  const end = useCalibrationStep('end')
  const print = usePrintSymbol()
  return (
    <div className={classes.scan}>
      <DrawnSymbol kind="data-matrix" text={symbol.text} label={`Calibration symbol ${symbol.nonce}`} />
      <div className={classes.ask} role="status">
        <h3>Scan this symbol once</h3>
        <p>
          With the scanner that is to be set up, from the screen or from paper. It is no goods, wherever it is scanned.
        </p>
        <ul>
          <li>Its beep alone says nothing: look here for what the station has heard.</li>
          <li>If it does not read from the screen, turn the brightness up, or print it.</li>
          <li>
            If it reads and nothing shows here, the scanner is in a mode that the station cannot hear: switch it over
            first.
          </li>
        </ul>
        <div className={classes.actions}>
          <Button
            size="md"
            variant="default"
            leftSection={<IconPrinter size={20} aria-hidden />}
            loading={print.isPending}
            onClick={() => print.mutate()}
          >
            Print it
          </Button>
          <Button
            size="md"
            variant="default"
            leftSection={<IconX size={20} aria-hidden />}
            onClick={() => end.mutate()}
          >
            Stop
          </Button>
        </div>
        {print.data && <p>Label {print.data.label} comes out of the printer for place and command labels.</p>}
        {print.error && <Failure inline what="It was not printed" error={print.error} />}
      </div>
    </div>
  )
}
