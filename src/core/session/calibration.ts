import type { CalibrationReading } from '../barcode/reading.ts'
import { accepted, refused, type Answer } from './answer.ts'
import type { Session } from './session.ts'

/** A scanner has shown how it is set. Whatever is going on at the station stays as it is. */
export function decideCalibration(session: Session, { isWhole, told }: CalibrationReading): Answer {
  if (!isWhole) {
    return refused(
      'unreadable',
      'Only a part of the calibration symbol came',
      'The scanner has lost a piece of it on the way. Scan it again; when it stays so, the scanner sends too fast or cuts long codes off: set its delay between characters to 5 ms, and its longest code to 100 characters or more.',
      'attention'
    )
  }
  const { title, message, isGood } = told ?? {
    title: 'Calibration symbol read',
    message: 'It is no goods, and nothing was changed. Settings, Scanners says what it is for.',
    isGood: true
  }
  return accepted(session, title, message, { sound: isGood ? 'accepted' : 'attention', show: null })
}
