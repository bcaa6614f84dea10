/** Wakes one waiter; a wake that nobody waits for is kept for the next. */
export interface Latch {
  wake(): void
  wait(): Promise<void>
}

export function createLatch(): Latch {
  let woken = false
  let resume: (() => void) | undefined
  return {
    wake() {
      if (resume) {
        const go = resume
        resume = undefined
        go()
      } else woken = true
    },
    wait() {
      if (woken) {
        woken = false
        return Promise.resolve()
      }
      return new Promise((resolve) => {
        resume = resolve
      })
    }
  }
}
