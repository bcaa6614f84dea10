import { Button } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import type { CalibrationResultView } from '../../../../../ipc/scanner-setup-views.ts'
import { FactList } from '../../../ui/fact-list.tsx'
import { Failure } from '../../../ui/failure.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { useCalibrationStep } from './queries.ts'
import classes from './calibration.module.css'

const MARKS: Readonly<Record<CalibrationResultView['state'], { readonly tone: Tone; readonly words: string }>> = {
  kept: { tone: 'good', words: 'Kept' },
  found: { tone: 'wait', words: 'Not kept yet' },
  failed: { tone: 'bad', words: 'Not kept' }
}

const TO_RE_PROGRAMME = { tone: 'bad', words: 'Has to be re-programmed' } as const

/** What one scan has told of a scanner, what was kept of it, and what has to be re-programmed. */
export function CalibrationResult({ result }: { readonly result: CalibrationResultView }) {
  const { scanner, state, words, facts, advice, isKeyboard } = result
  const keep = useCalibrationStep('keep')
  const needed = advice.filter(({ isNeeded }) => isNeeded)
  const mark = needed.length > 0 ? TO_RE_PROGRAMME : MARKS[state]
  const better = advice.filter(({ isNeeded }) => !isNeeded)
  return (
    <div className={classes.result} role="status" aria-label={`Calibration of ${scanner}`}>
      <div className={classes.head}>
        <h3>Scanner {scanner}</h3>
        <StateMark tone={mark.tone}>{mark.words}</StateMark>
      </div>
      <p className={classes.words}>{words}</p>
      {needed.map(({ what, words: remedy }) => (
        <div key={what} className={classes.needed} role="alert">
          <strong>{what}</strong>
          <p>{remedy}</p>
        </div>
      ))}
      <FactList facts={facts} />
      {better.map(({ what, words: remedy }) => (
        <p key={what} className={classes.better}>
          <strong>{what}.</strong> {remedy}
        </p>
      ))}
      {isKeyboard && (
        <p className={classes.better}>
          <strong>It types like a keyboard.</strong> HID POS is safer: nothing can be typed anywhere, and every
          separator arrives. See beside this how to switch it over.
        </p>
      )}
      {state !== 'kept' && (
        <Button
          size="md"
          leftSection={<IconDeviceFloppy size={20} aria-hidden />}
          loading={keep.isPending}
          onClick={() => keep.mutate()}
        >
          Keep it
        </Button>
      )}
      {keep.error && <Failure inline what="It was not kept" error={keep.error} />}
    </div>
  )
}
