import { StationError } from '../../../../core/errors.ts'
import { explainCupsQueue } from './cups-queue.ts'
import type { AskIpp } from './ipp-connection.ts'
import type { IppAnswer, IppAttribute, IppAttributes } from './ipp.ts'
import type { JobLook, Spooler } from './spooler.ts'

/** RFC 8011, 5.4.15, and CUPS's own. */
const OPERATIONS = {
  printJob: 0x0002,
  getJobAttributes: 0x0009,
  getPrinterAttributes: 0x000b,
  getPrinters: 0x4002
} as const
/** RFC 8011, appendix B. */
const NOT_FOUND = 0x0406
const FIRST_FAILURE = 0x0100

const QUEUE_ATTRIBUTES = [
  'printer-state',
  'printer-state-reasons',
  'printer-state-message',
  'printer-is-accepting-jobs'
] as const

/** The print queues of CUPS, spoken to in its own protocol: it says more, and more surely, than its programs print. */
export function createCupsSpooler(ask: AskIpp, userName: string): Spooler {
  const user: IppAttribute = { name: 'requesting-user-name', type: 'name', values: [userName] }

  function askAbout(queue: string, operation: number, more: readonly IppAttribute[], document?: Uint8Array) {
    const attributes: readonly IppAttribute[] = [
      { name: 'printer-uri', type: 'uri', values: [`ipp://localhost/printers/${encodeURIComponent(queue)}`] },
      ...more
    ]
    return ask({ operation, attributes, ...(document ? { document } : {}) }, `/printers/${encodeURIComponent(queue)}`)
  }

  return {
    queues: async () => {
      const requested: IppAttribute = { name: 'requested-attributes', type: 'keyword', values: ['printer-name'] }
      const { groups } = await ask({ operation: OPERATIONS.getPrinters, attributes: [requested] }, '/')
      return groups.flatMap((group) => textOf(group, 'printer-name') ?? [])
    },
    lookAtQueue: async (queue) => {
      const requested: IppAttribute = { name: 'requested-attributes', type: 'keyword', values: QUEUE_ATTRIBUTES }
      try {
        const answer = await askAbout(queue, OPERATIONS.getPrinterAttributes, [user, requested])
        if (answer.status === NOT_FOUND) return { kind: 'trouble', trouble: 'deleted', message: noSuchQueue(queue) }
        if (answer.status >= FIRST_FAILURE) {
          return { kind: 'trouble', trouble: 'no-spooler', message: refused(queue, answer).message }
        }
        return explainCupsQueue(queue, {
          state: numberOf(answer.groups[0], 'printer-state'),
          reasons: textsOf(answer.groups[0], 'printer-state-reasons'),
          message: textOf(answer.groups[0], 'printer-state-message') ?? '',
          isAccepting: answer.groups[0]?.get('printer-is-accepting-jobs')?.[0] !== false
        })
      } catch (error) {
        if (!(error instanceof StationError)) throw error
        return { kind: 'trouble', trouble: 'no-spooler', message: error.message }
      }
    },
    submit: async (queue, title, bytes) => {
      const more: readonly IppAttribute[] = [
        user,
        { name: 'job-name', type: 'name', values: [title] },
        // Past every filter, to the printer as it is, whatever the queue makes of other documents.
        { name: 'document-format', type: 'mimeType', values: ['application/vnd.cups-raw'] }
      ]
      const answer = await askAbout(queue, OPERATIONS.printJob, more, bytes)
      const job = numberOf(answer.groups[0], 'job-id')
      if (answer.status >= FIRST_FAILURE || job === undefined) throw refused(queue, answer)
      return job
    },
    lookAtJob: async (queue, job) => {
      const more: readonly IppAttribute[] = [
        { name: 'job-id', type: 'integer', values: [job] },
        user,
        { name: 'requested-attributes', type: 'keyword', values: ['job-state', 'time-at-processing'] }
      ]
      const answer = await askAbout(queue, OPERATIONS.getJobAttributes, more)
      return answer.status >= FIRST_FAILURE ? 'forgotten' : jobLook(answer.groups[0])
    },
    close: () => {}
  }
}

/** RFC 8011, 5.3.7. */
function jobLook(job: IppAttributes | undefined): JobLook {
  const wasBegun = (numberOf(job, 'time-at-processing') ?? 0) > 0
  switch (numberOf(job, 'job-state')) {
    case 3:
    case 4:
      return wasBegun ? 'under-way' : 'waiting'
    case 5:
    case 6:
      return 'under-way'
    case 7:
    case 8:
      return wasBegun ? 'broken-off' : 'never-begun'
    case 9:
      return 'handed-on'
    default:
      return 'forgotten'
  }
}

function noSuchQueue(queue: string): string {
  return `There is no print queue ${queue} on this computer. Make it again as a raw queue, or choose another one in Settings.`
}

function tookNone(queue: string, said: string): string {
  return `The print queue ${queue} took no label: ${said.replace(/\.$/, '')}. See to it in this computer's printer settings; the labels wait, and are tried again by themselves.`
}

function refused(queue: string, answer: IppAnswer): StationError {
  const said = textOf(answer.operation, 'status-message') ?? `status 0x${answer.status.toString(16)}`
  const message = answer.status === NOT_FOUND ? noSuchQueue(queue) : tookNone(queue, said)
  return new StationError('printer-unreachable', message, { details: { handedOver: false } })
}

function numberOf(attributes: IppAttributes | undefined, name: string): number | undefined {
  return attributes?.get(name)?.find((value) => typeof value === 'number')
}

function textOf(attributes: IppAttributes | undefined, name: string): string | undefined {
  return textsOf(attributes, name)[0]
}

function textsOf(attributes: IppAttributes | undefined, name: string): readonly string[] {
  return attributes?.get(name)?.filter((value) => typeof value === 'string') ?? []
}
