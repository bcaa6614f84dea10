import type { Sound, Voice } from '../../core/scan-sound.ts'

/** One tone of a sound. */
export interface Tone {
  readonly frequencyHz: number
  /** From the beginning of the sound. */
  readonly startMs: number
  readonly lengthMs: number
}

export interface SoundDesign {
  /** How it sounds: a pure tone, or one with overtones, which is rough and comes through small loudspeakers. */
  readonly wave: 'triangle' | 'square' | 'sawtooth'
  /** From 0 to 1. Waves with overtones are louder at the same figure. */
  readonly gain: number
  readonly tones: readonly Tone[]
}

/**
 * The sounds of the station. What is good is high and pure and goes up or is over at once; what is bad is low and rough;
 * what needs a person goes to and fro and lasts longest.
 */
export const SOUND_DESIGNS: Readonly<Record<Sound, SoundDesign>> = {
  accepted: { wave: 'triangle', gain: 0.5, tones: [{ frequencyHz: 1760, startMs: 0, lengthMs: 80 }] },
  'line-complete': {
    wave: 'triangle',
    gain: 0.5,
    tones: [
      { frequencyHz: 1047, startMs: 0, lengthMs: 90 },
      { frequencyHz: 1319, startMs: 90, lengthMs: 90 },
      { frequencyHz: 2093, startMs: 180, lengthMs: 200 }
    ]
  },
  refused: { wave: 'sawtooth', gain: 0.4, tones: [{ frequencyHz: 220, startMs: 0, lengthMs: 450 }] },
  duplicate: {
    wave: 'square',
    gain: 0.3,
    tones: [
      { frequencyHz: 587, startMs: 0, lengthMs: 110 },
      { frequencyHz: 392, startMs: 170, lengthMs: 160 }
    ]
  },
  attention: {
    wave: 'square',
    gain: 0.3,
    tones: [0, 1, 2].flatMap((turn) => [
      { frequencyHz: 988, startMs: turn * 240, lengthMs: 120 },
      { frequencyHz: 740, startMs: turn * 240 + 120, lengthMs: 120 }
    ])
  }
}

/**
 * How far up the sounds of one scanner are moved, in semitones; down there is no room in small
 * loudspeakers. All of its sounds move together, so that what each means is heard as before: by how many tones it has,
 * which way they go, and whether it is rough.
 */
const SEMITONES: Readonly<Record<Voice, number>> = { usual: 0, raised: 2, higher: 5, high: 8, highest: 11 }

/** A sound in the voice of one scanner. */
export function designOf(name: Sound, voice: Voice = 'usual'): SoundDesign {
  const design = SOUND_DESIGNS[name]
  const factor = 2 ** (SEMITONES[voice] / 12)
  return factor === 1
    ? design
    : { ...design, tones: design.tones.map((tone) => ({ ...tone, frequencyHz: tone.frequencyHz * factor })) }
}

/** What an ear can tell a sound by. */
export interface SoundCharacter {
  readonly tones: number
  readonly contour: 'one' | 'rising' | 'falling' | 'alternating'
  readonly isRough: boolean
  readonly medianHz: number
  readonly lengthMs: number
}

export function characterOf({ wave, tones }: SoundDesign): SoundCharacter {
  const pitches = tones.map(({ frequencyHz }) => frequencyHz)
  const byPitch = pitches.toSorted((a, b) => a - b)
  return {
    tones: tones.length,
    contour: contourOf(pitches),
    isRough: wave !== 'triangle',
    medianHz: byPitch[Math.floor(byPitch.length / 2)] ?? 0,
    lengthMs: Math.max(0, ...tones.map(({ startMs, lengthMs }) => startMs + lengthMs))
  }
}

function contourOf(pitches: readonly number[]): SoundCharacter['contour'] {
  const steps = pitches.slice(1).map((pitch, index) => pitch - (pitches[index] ?? pitch))
  if (steps.length === 0) return 'one'
  if (steps.every((step) => step > 0)) return 'rising'
  return steps.every((step) => step < 0) ? 'falling' : 'alternating'
}
