import type { DeviceHealth, DeviceStatus } from '../../../ipc/views.ts'
import { HEALTH_TONES } from '../ui/health-tones.ts'
import type { Tone } from '../ui/tone.ts'

const HEALTH_WORDS: Readonly<Record<DeviceHealth, string>> = {
  ready: 'is ready',
  waiting: 'waits',
  fault: 'needs help',
  off: 'is off'
}

/** A scanner that types waits for nothing else. */
const BEHIND = 'is not heard: Dockside is not in front'

const MAX_NAMED = 2

export interface DeviceSummary {
  readonly tone: Tone
  readonly words: string
}

/** All scanners, or all printers, in a few words: how many are ready, and by name those that are not. */
export function summarizeDevices(devices: readonly DeviceStatus[], role: DeviceStatus['role']): DeviceSummary {
  const own = devices.filter((device) => device.role === role)
  const [only] = own
  if (!only) return { tone: 'quiet', words: `No ${role} is set up` }
  if (own.length === 1)
    return {
      tone: HEALTH_TONES[only.health],
      words: `${capital(role)} ${wordsOf(only)}`
    }
  const others = own.filter(({ health }) => health !== 'ready').sort(worstFirst)
  const [worst] = others
  if (!worst) return { tone: 'good', words: `${own.length} ${role}s are ready` }
  const ready = own.length - others.length
  const named = others.slice(0, MAX_NAMED).map(wordsOf)
  const unnamed = others.length - named.length
  return {
    tone: HEALTH_TONES[worst.health],
    words: [
      ready === 0 ? `No ${role} is ready` : `${ready} of ${own.length} ${role}s ready`,
      ...named,
      ...(unnamed === 0 ? [] : [`${unnamed} more not ready`])
    ].join(', ')
  }
}

function wordsOf({ id, name, type, health }: DeviceStatus): string {
  return `${name ?? id} ${type === 'keyboard' && health === 'waiting' ? BEHIND : HEALTH_WORDS[health]}`
}

const WORST_FIRST: readonly DeviceHealth[] = ['fault', 'waiting', 'off', 'ready']

function worstFirst(a: DeviceStatus, b: DeviceStatus): number {
  return WORST_FIRST.indexOf(a.health) - WORST_FIRST.indexOf(b.health)
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
