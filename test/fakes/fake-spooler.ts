import { StationError } from '../../src/core/errors.ts'
import type { QueueTrouble } from '../../src/main/devices/printer/printer-state.ts'
import type { JobLook, Spooler } from '../../src/main/devices/printer/queue/spooler.ts'
import type { VirtualPrinter } from '../../src/main/devices/printer/virtual/virtual-printer.ts'

/** A spooler with one queue, which hands each job on to a virtual printer as soon as nothing is in the way. */
export interface FakeSpooler extends Spooler {
  /** What is wrong with the queue; undefined lets it go on. */
  setTrouble(trouble: QueueTrouble | undefined): void
  /** Lets each job end like this in place of being handed on; undefined lets it go on. */
  endJobs(as: JobLook | undefined): void
  /** Breaks the answer off after the next job was taken. */
  breakNextAnswer(): void
  /** Looks ready and takes no job, for this reason; undefined lets it take them. */
  refuseJobs(because: string | undefined): void
  /** How many jobs it took. */
  jobs(): number
}

export function createFakeSpooler(queue: string, printer: VirtualPrinter): FakeSpooler {
  const jobs: { readonly bytes: Uint8Array; look: JobLook }[] = []
  let trouble: QueueTrouble | undefined
  let ending: JobLook | undefined
  let breaks = false
  let because: string | undefined

  function handOn(): void {
    if (trouble) return
    for (const job of jobs) {
      if (job.look !== 'waiting') continue
      job.look = ending ?? 'handed-on'
      if (ending) continue
      const line = printer.attach(() => {})
      void line.send(job.bytes)
      line.detach()
    }
  }

  function refusal(handedOver: boolean): StationError {
    return new StationError('printer-unreachable', because ?? `The fake queue is ${trouble ?? 'not there'}.`, {
      details: { handedOver }
    })
  }

  return {
    queues: () => Promise.resolve([queue]),
    lookAtQueue: (name) => {
      const seen = name === queue ? trouble : 'deleted'
      return Promise.resolve(
        seen
          ? { kind: 'trouble', trouble: seen, message: `print queue ${name} is ${seen}. Make it again.` }
          : { kind: 'ready' }
      )
    },
    submit: (name, _title, bytes) => {
      if (name !== queue || because !== undefined || trouble === 'deleted' || trouble === 'refusing') {
        return Promise.reject(refusal(false))
      }
      jobs.push({ bytes: bytes.slice(), look: 'waiting' })
      handOn()
      const isBroken = breaks
      breaks = false
      return isBroken ? Promise.reject(refusal(true)) : Promise.resolve(jobs.length)
    },
    lookAtJob: (_name, job) =>
      trouble === 'no-spooler' ? Promise.reject(refusal(true)) : Promise.resolve(jobs[job - 1]?.look ?? 'forgotten'),
    close: () => {},
    setTrouble: (next) => {
      trouble = next
      handOn()
    },
    endJobs: (as) => {
      ending = as
      handOn()
    },
    breakNextAnswer: () => {
      breaks = true
    },
    refuseJobs: (reason) => {
      because = reason
    },
    jobs: () => jobs.length
  }
}
