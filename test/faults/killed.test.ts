import { describe, it } from 'vitest'
import { liveThroughKills } from './kill/life.ts'

/** How often a station is killed, at points by chance. More of them: `KILL_POINTS=200`. */
const KILL_POINTS = Number(process.env.KILL_POINTS ?? 6)

/** Where chance begins; `KILL_SEED` repeats a life that went wrong. */
const SEED = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000)

const KILLS_A_LIFE = 10

/** Seeds of lives that once went wrong, lived again each time. */
const KEPT_SEEDS: readonly number[] = []

const lives = Array.from({ length: Math.ceil(KILL_POINTS / KILLS_A_LIFE) }, (_, life) => ({
  seed: SEED + life,
  kills: Math.min(KILLS_A_LIFE, KILL_POINTS - life * KILLS_A_LIFE)
}))

describe('a station that is killed in the middle of its work', () => {
  it.each([...lives, ...KEPT_SEEDS.map((seed) => ({ seed, kills: KILLS_A_LIFE }))])(
    'keeps all that it answered, nothing by halves, and prints nothing twice ($kills kills, seed $seed)',
    async ({ seed, kills }) => {
      await liveThroughKills(seed, kills)
    },
    600_000
  )
})
