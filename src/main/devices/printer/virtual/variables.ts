import { hostStatusReply, systemStatus, type MachineIdentity, type MachineStatus } from './host-replies.ts'

/** What a printer remembers besides its odometer: what `setvar` changed, and its counters that can be set back. */
export interface PrinterMemory {
  /** `setvar` of a variable that can be set; others are ignored, as the guide says nothing of an answer. */
  set(name: string, value: string, status: MachineStatus): void
  /** The value of a Set-Get-Do variable; `?` for one that this printer does not have. */
  value(name: string, status: MachineStatus): string
  friendlyName(): string
  /** The job log and the time since the start begin anew. */
  restart(nowMs: number): void
}

export interface MemorySettings {
  readonly identity: MachineIdentity
  /** Clones have other variables, or none of the counters. */
  readonly hasOdometer: boolean
  readonly labelLengthDots: number
  /** Labels in a row, with the gap between them. */
  readonly pitchMm: number
  readonly nowMs: () => number
}

const USER_COUNTERS = ['odometer.user_label_count', 'odometer.user_label_count1', 'odometer.user_label_count2']

/** Variables of the Set-Get-Do part of the programming guide. */
export function createPrinterMemory(settings: MemorySettings): PrinterMemory {
  const { identity, hasOdometer, labelLengthDots, pitchMm, nowMs } = settings
  const kept = new Map<string, string>()
  /** What the odometer showed when a counter was set to nothing. */
  const offsets = new Map<string, number>()
  let startedMs = nowMs()
  let jobsAtStart: number | undefined

  function odometerValue(name: string, { totalLabelCount }: MachineStatus): string | undefined {
    if (name === 'odometer.total_label_count' || name === 'odometer.media_marker_count') return String(totalLabelCount)
    if (USER_COUNTERS.includes(name)) return String(totalLabelCount - (offsets.get(name) ?? 0))
    if (name === 'odometer.total_print_length') return printLength(totalLabelCount * pitchMm)
    if (name === 'odometer.label_dot_length') return String(labelLengthDots)
    return undefined
  }

  function jobsSinceStart({ totalLabelCount }: MachineStatus): number {
    return totalLabelCount - (jobsAtStart ??= totalLabelCount)
  }

  return {
    set: (name, value, status) => {
      if (USER_COUNTERS.includes(name)) offsets.set(name, status.totalLabelCount - (Number(value) || 0))
      else if (name === 'device.friendly_name') kept.set(name, value)
    },
    value: (name, status) => {
      if (name.startsWith('odometer.')) return (hasOdometer && odometerValue(name, status)) || '?'
      switch (name) {
        case 'device.unique_id':
          return hasOdometer ? identity.uniqueId : '?'
        case 'device.friendly_name':
          return kept.get(name) ?? identity.friendlyName
        case 'device.product_name':
          return identity.model
        case 'appl.name':
          return identity.firmware
        case 'device.languages':
          return 'zpl'
        case 'device.uptime':
          return String(Math.floor((nowMs() - startedMs) / 1_000))
        case 'device.job_log.total_jobs':
          return String(jobsSinceStart(status))
        case 'device.host_status':
          return hostStatusReply(status)
            .replaceAll(/[\x02\x03]/g, '')
            .trimEnd()
        case 'zpl.system_status':
          return systemStatus(status.conditions)
        case 'head.latch':
          return status.conditions.has('head-open') ? 'open' : 'ok'
        case 'sensor.paper_supply':
          return status.conditions.has('paper-out') ? 'out' : 'ok'
        case 'zpl.zpl_override':
          return 'disabled'
        default:
          return '?'
      }
    },
    friendlyName: () => kept.get('device.friendly_name') ?? identity.friendlyName,
    restart: (atMs) => {
      startedMs = atMs
      jobsAtStart = undefined
    }
  }
}

function printLength(mm: number): string {
  return `${Math.round(mm / 25.4)} INCHES, ${Math.round(mm / 10)} CENTIMETERS`
}
