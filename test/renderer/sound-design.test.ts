import { describe, expect, it } from 'vitest'
import { SOUNDS, VOICES } from '../../src/core/scan-sound.ts'
import type { Sound } from '../../src/core/scan-sound.ts'
import { characterOf, designOf, SOUND_DESIGNS } from '../../src/renderer/src/sound-design.ts'
import type { SoundCharacter } from '../../src/renderer/src/sound-design.ts'

const pairs = SOUNDS.flatMap((one, index) => SOUNDS.slice(index + 1).map((other) => [one, other] as const))
const character = (sound: Sound) => characterOf(SOUND_DESIGNS[sound])

/** By how many things an ear can tell two sounds apart. */
function differences(one: SoundCharacter, other: SoundCharacter): number {
  const ratio = (a: number, b: number) => Math.max(a, b) / Math.min(a, b)
  return [
    one.tones !== other.tones,
    one.contour !== other.contour,
    one.isRough !== other.isRough,
    // A fifth, which nobody mishears.
    ratio(one.medianHz, other.medianHz) >= 1.5,
    ratio(one.lengthMs, other.lengthMs) >= 1.5
  ].filter(Boolean).length
}

const STEP_MS = 10
const HEARD_MS = 800

/** The pitch in each hundredth of a second, null where nothing sounds. */
function courseOf(sound: Sound): readonly (number | null)[] {
  return Array.from({ length: HEARD_MS / STEP_MS }, (_, step) => {
    const at = step * STEP_MS
    const tone = SOUND_DESIGNS[sound].tones.find(({ startMs, lengthMs }) => at >= startMs && at < startMs + lengthMs)
    return tone?.frequencyHz ?? null
  })
}

/** A minor third, or a tone against silence. */
function isHeardApart(one: number | null, other: number | null): boolean {
  if (one === null || other === null) return one !== other
  return Math.max(one, other) / Math.min(one, other) >= 1.19
}

describe('sounds', () => {
  it.each(pairs)('%s and %s differ in at least three things', (one, other) => {
    expect(differences(character(one), character(other))).toBeGreaterThanOrEqual(3)
  })

  it.each(pairs)(
    '%s and %s are told apart by melody and rhythm alone, whatever the loudspeaker does to the tone',
    (one, other) => {
      expect(
        differences({ ...character(one), isRough: false }, { ...character(other), isRough: false })
      ).toBeGreaterThanOrEqual(2)
      const [first, second] = [courseOf(one), courseOf(other)]
      const apart = first.filter((pitch, at) => isHeardApart(pitch, second[at] ?? null)).length
      const sounding = first.filter((pitch, at) => pitch !== null || (second[at] ?? null) !== null).length
      expect(apart / sounding).toBeGreaterThanOrEqual(0.6)
    }
  )

  it('begin at once and are over soon', () => {
    for (const sound of SOUNDS) {
      expect(SOUND_DESIGNS[sound].tones[0]?.startMs).toBe(0)
      expect(character(sound).lengthMs).toBeLessThanOrEqual(800)
    }
    expect(character('accepted').lengthMs).toBeLessThan(100)
  })

  it('tell good from bad by pitch and by roughness', () => {
    const good = (['accepted', 'line-complete'] as const).map(character)
    const bad = (['refused', 'duplicate'] as const).map(character)
    const lowestGood = Math.min(...good.map(({ medianHz }) => medianHz))
    const highestBad = Math.max(...bad.map(({ medianHz }) => medianHz))
    expect(lowestGood / highestBad).toBeGreaterThanOrEqual(2)
    expect(good.some(({ isRough }) => isRough)).toBe(false)
    expect(bad.every(({ isRough }) => isRough)).toBe(true)
  })

  it('mean the same in the voice of any scanner: what tells them apart is not their height alone', () => {
    const voices = VOICES.flatMap((voice) => SOUNDS.map((sound) => ({ sound, voice })))
    for (const one of voices) {
      const { tones, contour, isRough, lengthMs } = characterOf(designOf(one.sound, one.voice))
      const same = voices.filter(({ sound, voice }) => {
        const other = characterOf(designOf(sound, voice))
        const ratio = Math.max(lengthMs, other.lengthMs) / Math.min(lengthMs, other.lengthMs)
        return tones === other.tones && contour === other.contour && isRough === other.isRough && ratio < 1.5
      })
      expect(new Set(same.map(({ sound }) => sound))).toEqual(new Set([one.sound]))
    }
  })

  it('keep to what small loudspeakers play and to tones that do not overlap', () => {
    for (const [sound, voice] of SOUNDS.flatMap((each) => VOICES.map((height) => [each, height] as const))) {
      const { tones, gain } = designOf(sound, voice)
      expect(gain).toBeLessThanOrEqual(0.5)
      let endMs = 0
      for (const { frequencyHz, startMs, lengthMs } of tones) {
        expect(frequencyHz).toBeGreaterThanOrEqual(200)
        expect(frequencyHz).toBeLessThanOrEqual(4000)
        expect(startMs).toBeGreaterThanOrEqual(endMs)
        endMs = startMs + lengthMs
      }
    }
  })
})
