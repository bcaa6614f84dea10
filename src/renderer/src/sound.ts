import type { Sound, Voice } from '../../core/scan-sound.ts'
import { designOf } from './sound-design.ts'
import type { SoundDesign, Tone } from './sound-design.ts'

/** So long a tone takes to come and to go; one that begins or ends at once clicks. */
const RAMP_SECONDS = 0.005

/** Plays the sound at once, over whatever is sounding. A computer without sound stays silent. */
export const playSound: (name: Sound, voice?: Voice) => void = createSoundPlayer()

/** One audio context serves all sounds: making one takes longer than a sound may wait. */
function createSoundPlayer(): (name: Sound, voice?: Voice) => void {
  let output: Output | undefined
  return (name, voice) => {
    output ??= openOutput()
    if (output.context.state === 'suspended') output.context.resume().catch(() => {})
    play(output, designOf(name, voice))
  }
}

interface Output {
  readonly context: AudioContext
  readonly entrance: AudioNode
}

function openOutput(): Output {
  const context = new AudioContext({ latencyHint: 'interactive' })
  // Several scans at once would sound louder than the loudspeaker can, and distort.
  const limiter = context.createDynamicsCompressor()
  limiter.connect(context.destination)
  return { context, entrance: limiter }
}

function play(output: Output, { wave, gain, tones }: SoundDesign): void {
  for (const tone of tones) playTone(output, tone, wave, gain)
}

function playTone({ context, entrance }: Output, tone: Tone, wave: OscillatorType, gain: number): void {
  const start = context.currentTime + tone.startMs / 1000
  const end = start + tone.lengthMs / 1000
  const oscillator = context.createOscillator()
  const volume = context.createGain()
  oscillator.type = wave
  oscillator.frequency.value = tone.frequencyHz
  volume.gain.setValueAtTime(0, start)
  volume.gain.linearRampToValueAtTime(gain, start + RAMP_SECONDS)
  volume.gain.setValueAtTime(gain, end - RAMP_SECONDS)
  volume.gain.linearRampToValueAtTime(0, end)
  oscillator.connect(volume).connect(entrance)
  oscillator.start(start)
  oscillator.stop(end)
  oscillator.addEventListener('ended', () => volume.disconnect())
}
