import { splitAim } from './aim.ts'
import { undoHeaderStandIns, undoStandIns } from './separators.ts'

/** What a scanner has delivered. */
export interface Scan {
  readonly text: string
  /** The AIM identifier, `]C1`, where the device gives it apart; null where it does not or it may lead the text. */
  readonly aim: string | null
  /** `keyboard`: the scan came as key strokes, so that separators may be something else. */
  readonly source: 'keyboard' | 'other'
}

/** What a scanner has read off a label: the characters that were printed, and in which kind of symbol. */
export interface LabelText {
  readonly text: string
  readonly aim: string | null
}

/** What was printed: without what scanners put around it or in its place. */
export function labelTextOf({ text, aim, source }: Scan): LabelText {
  const framed = withoutFrame(text)
  const split = aim === null ? splitAim(framed) : { aim, text: framed }
  const content = withoutFrame(source === 'keyboard' ? undoStandIns(split.text) : split.text)
  return { aim: split.aim, text: undoHeaderStandIns(content) }
}

function withoutFrame(text: string): string {
  return text
    .replace(/^[\u0001\u0002]/, '')
    .replace(/\u0003$/, '')
    .trim()
}
