import type { Alerts } from './alerts.ts'
import { formatOrders } from './format-orders.ts'
import {
  configurationReply,
  FAULTS,
  hostIdentificationReply,
  hostQueryReply,
  hostStatusReply,
  JAMS,
  memoryReply,
  type MachineIdentity,
  type MachineStatus
} from './host-replies.ts'
import type { Machine } from './machine.ts'
import { createStreamSplitter } from './stream-splitter.ts'
import type { PrinterMemory } from './variables.ts'

/** The part of a printer that understands what it is sent. */
export interface Interpreter {
  push(bytes: Uint8Array): void
  status(): MachineStatus
  /** Forgets what was half received, and which prefixes it was told. */
  reset(): void
}

export interface InterpreterSettings {
  readonly identity: MachineIdentity
  readonly machine: Machine
  readonly memory: PrinterMemory
  readonly alerts: Alerts
  readonly knowsVariables: boolean
  /** Whether it answers `~HQES`. */
  readonly knowsErrors: boolean
  /** Whether it leaves questions for its status unanswered while paper or ribbon is out or the head open. */
  readonly mutedByFaults: boolean
  readonly isOn: () => boolean
  readonly reply: (text: string) => void
  readonly restart: () => void
}

/** Formats, immediate commands and Set-Get-Do, as the programming guide has them. */
export function createInterpreter(settings: InterpreterSettings): Interpreter {
  const { identity, machine, memory, alerts, knowsVariables, knowsErrors, mutedByFaults, isOn, reply, restart } =
    settings
  let splitter = createSplitter()

  function createSplitter() {
    return createStreamSplitter({ format: takeFormat, immediate: obeyCommand, setGetDo: obeySetGetDo })
  }

  function takeFormat(format: Uint8Array): void {
    if (!isOn()) return
    const orders = formatOrders(format)
    alerts.order(orders.alerts)
    machine.take(format, orders)
    if (orders.asksConfiguration) reply(configurationReply(identity, status()))
  }

  function obeyCommand(name: string, parameters: string): void {
    if (!isOn()) return
    switch (name) {
      case 'HS':
        return replyStatus(hostStatusReply(status()))
      case 'HI':
        return reply(hostIdentificationReply(identity))
      case 'HM':
        return reply(memoryReply())
      case 'HQ': {
        if (!knowsErrors && parameters.toUpperCase() === 'ES') return
        const text = hostQueryReply(parameters.toUpperCase(), identity, status())
        return text === undefined ? undefined : replyStatus(text)
      }
      case 'JX':
        return splitter.dropPartial()
      case 'JA':
        splitter.dropPartial()
        return machine.cancelWaiting()
      case 'JR':
        return restart()
      case 'PP':
        return machine.setCondition('paused', true)
      case 'PS':
        return machine.setCondition('paused', false)
    }
  }

  function obeySetGetDo(line: string): void {
    if (!knowsVariables || !isOn()) return
    const [, verb, name = '', value = ''] = /^! U1 (getvar|setvar|do) "([^"]*)"(?: "([^"]*)")?\s*$/.exec(line) ?? []
    if (verb === 'getvar') reply(`"${memory.value(name, status())}"`)
    else if (verb === 'setvar') setVariable(name, value)
    else if (verb === 'do' && name === 'device.reset') restart()
  }

  function setVariable(name: string, value: string): void {
    if (name === 'device.pause') machine.setCondition('paused', true)
    else if (name === 'formats.cancel_all') machine.cancelWaiting()
    else memory.set(name, value, status())
  }

  function status(): MachineStatus {
    return machine.status(splitter.partial())
  }

  function replyStatus(text: string): void {
    const { conditions } = status()
    if (!mutedByFaults || ![...FAULTS, ...JAMS].some((condition) => conditions.has(condition))) reply(text)
  }

  return {
    push: (bytes) => splitter.push(bytes),
    status,
    reset: () => {
      splitter = createSplitter()
    }
  }
}
