import { instantOf, type Clock } from '../../../core/clock.ts'
import type { ScanId } from '../../../core/ids.ts'
import { shown } from '../../../core/words.ts'
import { bytesToText } from '../../devices/scanner/bytes-to-text.ts'
import { NO_EFFECTS } from './effects.ts'
import type { AnsweredScan, IncomingScan } from './take-scan.ts'

/** What the clerk hears of a scan that a bug left without an answer: somebody waits for a sound, with goods in the hand. */
export function bugAnswer(clock: Clock, { scanner, bytes }: IncomingScan): AnsweredScan {
  return {
    answer: {
      scan: 0 as ScanId,
      at: instantOf(clock.now()),
      scanner,
      text: shown(bytesToText(bytes)),
      sound: 'attention',
      title: 'Not done',
      message:
        'The program has made a mistake: nothing came of this scan. Look at the screen and scan it once more. If it happens again, send the logs folder to whoever looks after the station.',
      show: null
    },
    effects: NO_EFFECTS
  }
}
