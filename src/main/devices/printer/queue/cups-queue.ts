import type { QueueLook } from './spooler.ts'

/** What CUPS says of a queue (RFC 8011, 5.4). */
export interface CupsQueue {
  /** 3 idle, 4 processing, 5 stopped. */
  readonly state: number | undefined
  readonly reasons: readonly string[]
  /** In the words of the scheduler or of the program that speaks to the printer. */
  readonly message: string
  readonly isAccepting: boolean
}

const STOPPED = 5

/**
 * What the backends of CUPS say of a printer that they do not reach. It is the only sign: the job counts as being
 * processed meanwhile, and in the reasons stands nothing that stays.
 */
const OUT_OF_REACH =
  /may not exist|unavailable|unreachable|not responding|in use|is busy|offline|not connected|unable to (?:locate|connect)|waiting for printer to become available/i
const OUT_OF_REACH_REASONS = /^(?:offline|timed-out|shutdown|connecting-to-device)/
/** What a person has to see to. Others tell of the queue, or of nothing: `none`, `paused`, `com.…`. */
const FAULT_REASONS =
  /^(?:media-(?:empty|needed|jam)|cover-open|door-open|interlock-open|marker-supply-empty|input-tray-missing|other)/

export function explainCupsQueue(queue: string, { state, reasons, message, isAccepting }: CupsQueue): QueueLook {
  const said = message.trim().replace(/\.$/, '')
  const reason = said === '' ? '' : ` (${said})`
  if (state === STOPPED) {
    return {
      kind: 'trouble',
      trouble: 'stopped',
      message: `The print queue ${queue} is stopped${reason}. Start it again in this computer's printer settings, or with “cupsenable ${queue}”; the labels wait.`
    }
  }
  if (!isAccepting) {
    return {
      kind: 'trouble',
      trouble: 'refusing',
      message: `The print queue ${queue} takes no jobs${reason}. Let it in this computer's printer settings, or with “cupsaccept ${queue}”; the labels wait.`
    }
  }
  if (OUT_OF_REACH.test(said) || reasons.some((each) => OUT_OF_REACH_REASONS.test(each))) {
    return {
      kind: 'trouble',
      trouble: 'printer-unreachable',
      message: `The print queue ${queue} does not reach its printer${reason}. Switch the printer on and check its cable; the queue goes on by itself.`
    }
  }
  const fault = reasons.find((each) => FAULT_REASONS.test(each))
  if (fault !== undefined) {
    return {
      kind: 'trouble',
      trouble: 'printer-fault',
      message: `The print queue ${queue} says that its printer stopped: ${fault.replaceAll('-', ' ')}${reason}. See to the printer; the queue goes on by itself.`
    }
  }
  return { kind: 'ready' }
}
