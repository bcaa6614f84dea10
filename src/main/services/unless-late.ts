/** What a promise comes to. `late` is called once if that takes longer than a while. */
export async function unlessLate<T>(promise: Promise<T>, withinMs: number, late: () => void): Promise<T> {
  const timer = setTimeout(late, withinMs)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
  }
}
