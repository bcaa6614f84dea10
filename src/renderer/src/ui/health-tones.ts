import type { DeviceHealth } from '../../../ipc/views.ts'
import type { Tone } from './tone.ts'

export const HEALTH_TONES: Readonly<Record<DeviceHealth, Tone>> = {
  ready: 'good',
  waiting: 'wait',
  fault: 'bad',
  off: 'quiet'
}
