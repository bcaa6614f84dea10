import { setTimeout as wait } from 'node:timers/promises'

/** Waits for something that the kernel does in its own time. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let waitedMs = 0; !(await isSo()); waitedMs += 20) {
    if (waitedMs > 120_000) throw new Error('The USB gadget did not come up')
    await wait(20)
  }
}
