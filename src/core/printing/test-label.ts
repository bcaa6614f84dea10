import { accepted, refused, type Answer } from '../session/answer.ts'
import type { Session } from '../session/session.ts'
import type { PrintingDirectory } from './directory.ts'

/** How a label of a series of tests was printed. */
export type TestSetting =
  { readonly kind: 'darkness'; readonly value: number } | { readonly kind: 'speed'; readonly value: number }

/** What the test label of a printer says. */
export interface TestLabel {
  readonly printer: string
  /** Six digits that no other test of the station has: an old label does not pass for a new one. Null on labels from before there were any. */
  readonly nonce: string | null
  /** How it was printed where it is one of a series. */
  readonly setting: TestSetting | null
}

const NONCE_DIGITS = 6
/** One more than the greatest nonce. */
export const TEST_NONCES = 10 ** NONCE_DIGITS

/** @param random a whole number below {@link TEST_NONCES} */
export function testNonce(random: number): string {
  return String(random).padStart(NONCE_DIGITS, '0')
}

/** What stands behind `DS:TEST:`, as in `zd421:041733:D-5`; what {@link readTestArgument} reads back. */
export function testArgument({ printer, nonce, setting }: TestLabel): string {
  return [printer, nonce, settingWord(setting)].filter((part) => part !== null).join(':')
}

export function readTestArgument(argument: string): TestLabel {
  const [, printer = argument, nonce = null, letter, value = ''] =
    /^([^:]+)(?::(\d{6}))?(?::([DS])(-?\d{1,2}))?$/.exec(argument) ?? []
  const setting =
    letter === undefined ? null : ({ kind: letter === 'D' ? 'darkness' : 'speed', value: Number(value) } as const)
  return { printer, nonce, setting }
}

/** Whether two labels test the same, each in its time. */
export function isSameTest(one: TestLabel, other: TestLabel): boolean {
  return one.printer === other.printer && settingWord(one.setting) === settingWord(other.setting)
}

/** A printer's test label, wherever the clerk is: nothing changes, and it is said that it can be read, if it is the newest of its kind. */
export function readTestLabel(session: Session, argument: string, printing: PrintingDirectory): Answer {
  const label = readTestArgument(argument)
  const newest = printing.newestTest(label)
  if (newest !== null && newest !== label.nonce) {
    return refused(
      'earlier-test-label',
      'An earlier test label',
      `${label.printer} has printed another one since, with the number ${newest}. Throw this one away, and scan that.`,
      'attention'
    )
  }
  const how = label.setting && wordsOf(label.setting)
  return accepted(
    session,
    how === null ? `Test label of ${label.printer} read` : `Read at ${how}`,
    how === null
      ? 'The printer and this scanner understand each other. Throw the test label away and go on.'
      : `${label.printer} prints so that this scanner reads it. Settings, Printers shows all that were read.`,
    { show: null }
  )
}

function settingWord(setting: TestSetting | null): string | null {
  return setting && `${setting.kind === 'darkness' ? 'D' : 'S'}${setting.value}`
}

function wordsOf({ kind, value }: TestSetting): string {
  return kind === 'darkness' ? `darkness ${value}` : `${value} inches a second`
}
