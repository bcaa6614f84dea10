import { accepted, type Answer } from '../session/answer.ts'
import type { Session } from '../session/session.ts'

/** How a label of a series of tests was printed. */
export type TestSetting =
  { readonly kind: 'darkness'; readonly value: number } | { readonly kind: 'speed'; readonly value: number }

/** What the test label of a printer says: the printer, and how it was printed where it is one of a series. */
export function testArgument(printer: string, setting?: TestSetting): string {
  return setting === undefined ? printer : `${printer}:${setting.kind === 'darkness' ? 'D' : 'S'}${setting.value}`
}

/** A printer's test label, wherever the clerk is: nothing changes, and it is said that it can be read. */
export function readTestLabel(session: Session, argument: string): Answer {
  const [, printer = argument, letter, value = ''] = /^(.*):([DS])(-?\d{1,2})$/.exec(argument) ?? []
  const how = letter === undefined ? undefined : letter === 'D' ? `darkness ${value}` : `${value} inches a second`
  return accepted(
    session,
    how === undefined ? `Test label of ${printer} read` : `Read at ${how}`,
    how === undefined
      ? 'The printer and this scanner understand each other. Throw the test label away and go on.'
      : `${printer} prints so that this scanner reads it. Settings, Printers shows all that were read.`,
    { show: null }
  )
}
