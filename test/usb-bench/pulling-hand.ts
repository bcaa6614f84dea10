import { setTimeout as wait } from 'node:timers/promises'

export interface Cable {
  plug(): Promise<unknown>
  pull(): unknown
}

/**
 * Pulls a cable and plugs it in again for as long as `work` takes: each time a little after the station has the device,
 * at ever other moments. In the end the station has it, and how often it was pulled is told.
 *
 * @param connected resolves when the station has the device that was just plugged in
 */
export async function whilePulling(
  cable: Cable,
  connected: () => Promise<unknown>,
  work: () => Promise<void>
): Promise<number> {
  const done = new AbortController()
  let pulls = 0
  const hand = (async () => {
    while (!done.signal.aborted) {
      await wait((pulls * 137) % 1900)
      cable.pull()
      pulls += 1
      await wait((pulls * 89) % 300)
      await cable.plug()
      await connected()
    }
  })()
  try {
    await work()
  } finally {
    done.abort()
    await hand
  }
  return pulls
}
