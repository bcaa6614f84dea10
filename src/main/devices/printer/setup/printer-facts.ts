import { StationError } from '../../../../core/errors.ts'
import type { PrinterFacts } from '../../../../labels/media-check.ts'
import { getVariable, parseCount } from '../../../../labels/set-get-do.ts'
import type { Timers } from '../../timers.ts'
import { createQuestions, identifyPrinter, type Identification, type Questions } from '../identify.ts'
import { createPauses } from '../pauses.ts'
import type { PrinterIdentity } from '../printer-state.ts'
import type { PrinterTransport } from '../transport.ts'

/** A printer that was asked who it is and what is in it. */
export interface AskedPrinter {
  readonly identity: PrinterIdentity
  readonly facts: PrinterFacts
}

export interface AskSettings {
  readonly timers: Timers
  readonly answerTimeoutMs: number
  readonly signal?: AbortSignal
}

/** How long a printer may take to find out where its labels begin: some feed half a metre. */
const CALIBRATION_MS = 30_000
const CALIBRATION_POLL_MS = 500

/** Asks over a connection of its own. Rejects as `connect` and `identifyPrinter` do. */
export async function askPrinter(transport: PrinterTransport, settings: AskSettings): Promise<AskedPrinter> {
  return await converse(transport, settings, async (questions, { identity, status, errors, labels }) => {
    const variable = async (name: string): Promise<string | null> =>
      (identity.uniqueId && (await questions.ask(getVariable(name), 'variable'))?.value) || null
    const count = async (name: string): Promise<number | null> => parseCount((await variable(name)) ?? '') ?? null
    const override = await variable('zpl.zpl_override')
    const facts: PrinterFacts = {
      dotsPerMm: identity.dotsPerMm,
      labelLengthDots: (await count('odometer.label_dot_length')) ?? status.labelLengthDots,
      printWidthDots: await count('ezpl.print_width'),
      labelCount: labels,
      ignoresFormats: override === null ? null : override === 'enabled',
      warnings: errors?.warnings ?? null
    }
    return { identity, facts }
  })
}

/** Has a printer find out where its labels begin and how long they are (`~JC`), and asks it then. It feeds some labels. */
export async function calibratePrinter(transport: PrinterTransport, settings: AskSettings): Promise<AskedPrinter> {
  await converse(transport, settings, async (questions) => {
    const pauses = createPauses(settings.timers)
    const late = new AbortController()
    const callOff = settings.timers.after(CALIBRATION_MS, () => late.abort())
    try {
      let status = (await questions.ask('~JC~HS', 'status'))?.status
      while (!late.signal.aborted) {
        if (status && status.conditions.length === 0) return
        await pauses.pause(CALIBRATION_POLL_MS)
        status = (await questions.ask('~HS', 'status'))?.status
      }
    } finally {
      callOff()
    }
    throw new StationError(
      'printer-silent',
      `The printer did not say within ${CALIBRATION_MS / 1_000} s that it is done. Look at it: paper, ribbon and closed head; then calibrate again.`
    )
  })
  return await askPrinter(transport, settings)
}

async function converse<Result>(
  transport: PrinterTransport,
  { timers, answerTimeoutMs, signal = new AbortController().signal }: AskSettings,
  talk: (questions: Questions, identification: Identification) => Promise<Result>
): Promise<Result> {
  const connection = await transport.connect(signal)
  try {
    const identification = await identifyPrinter(connection, timers, answerTimeoutMs, signal)
    const questions = createQuestions(connection, timers, answerTimeoutMs, signal)
    try {
      return await talk(questions, identification)
    } finally {
      questions.stop()
    }
  } finally {
    await connection.close()
  }
}
