import { instantOf } from '../../../../core/clock.ts'
import type { FormatOrders } from './format-orders.ts'
import { FAULTS, type MachineCondition } from './host-replies.ts'

/** A message that a printer sends by itself, and where to. */
export interface AlertMessage {
  readonly host: string
  readonly port: number
  readonly text: string
}

/** What may be worth a message. `isSet` is false when it is over. */
export interface AlertEvent {
  readonly what: MachineCondition | 'label-ready' | 'job-completed' | 'power-on'
  readonly isSet: boolean
}

/** Who wants to hear of what; RAM, gone without power. */
export interface Alerts {
  /** Takes the `^SX` and `^SQ` of a format. */
  order(orders: FormatOrders['alerts']): void
  /** The messages of one event. */
  messagesOf(event: AlertEvent, name: string, nowMs: number): readonly AlertMessage[]
  clear(): void
}

interface Subscription {
  readonly letter: string
  readonly host: string
  readonly port: number
  readonly onSet: boolean
  readonly onClear: boolean
}

/** Letter and words of each condition (ZPL II Programming Guide, `^SX`); the words as printers were seen to send them in English. */
const CONDITIONS: Readonly<Partial<Record<AlertEvent['what'], { readonly letter: string; readonly words: string }>>> = {
  'paper-out': { letter: 'A', words: 'PAPER OUT' },
  'ribbon-out': { letter: 'B', words: 'RIBBON OUT' },
  'head-open': { letter: 'E', words: 'HEAD OPEN' },
  paused: { letter: 'J', words: 'PRINTER PAUSED' },
  'job-completed': { letter: 'K', words: 'PQ JOB COMPLETED' },
  'label-ready': { letter: 'L', words: '' },
  'power-on': { letter: 'P', words: 'POWER ON' }
}

/** Alerts over TCP (destination `D`), which is the one that this printer has. */
export function createAlerts(): Alerts {
  let subscriptions: readonly Subscription[] = []

  function subscribe([
    letter = '',
    destination,
    onSet = 'Y',
    onClear = 'N',
    host = '',
    port = ''
  ]: readonly string[]): void {
    if (destination !== 'D' || host === '' || !/^\d{1,5}$/.test(port)) return
    unsubscribe([letter, destination])
    const subscription = { letter, host, port: Number(port), onSet: onSet !== 'N', onClear: onClear === 'Y' }
    subscriptions = [...subscriptions, subscription]
  }

  function unsubscribe([letter = '', destination = '*']: readonly string[]): void {
    if (destination !== 'D' && destination !== '*') return
    subscriptions = letter === '*' ? [] : subscriptions.filter((entry) => entry.letter !== letter)
  }

  return {
    order: (orders) => {
      for (const { command, parameters } of orders) {
        if (command === 'SX') subscribe(parameters)
        else unsubscribe(parameters)
      }
    },
    messagesOf: ({ what, isSet }, name, nowMs) =>
      subscriptions
        .filter(({ letter, onSet, onClear }) => covers(letter, what) && (isSet ? onSet : onClear))
        .map(({ host, port }) => ({ host, port, text: alertText({ what, isSet }, name, nowMs) })),
    clear: () => {
      subscriptions = []
    }
  }
}

function covers(letter: string, what: AlertEvent['what']): boolean {
  return CONDITIONS[what] !== undefined && (letter === '*' || letter === CONDITIONS[what].letter)
}

function alertText({ what, isSet }: AlertEvent, name: string, nowMs: number): string {
  const at = instantOf(nowMs).slice(0, 19).replace('T', ' ')
  return `${alertClass(what, isSet)}: ${CONDITIONS[what]?.words ?? ''} [${at}] [${name}]\r\n`
}

function alertClass(what: AlertEvent['what'], isSet: boolean): string {
  if (what === 'label-ready') return isSet ? 'LABEL READY' : 'LABEL TAKEN'
  if (FAULTS.some((fault) => fault === what)) return isSet ? 'ERROR CONDITION' : 'ERROR CLEARED'
  return isSet ? 'ALERT' : 'ALERT CLEARED'
}
