/** Numbers such as `R-2021-00042`, which begin anew each year. */
export interface YearlyNumbers {
  next(at: string): string
  /** How many each year has had. */
  readonly used: ReadonlyMap<string, number>
}

export function createYearlyNumbers(prefix: string): YearlyNumbers {
  const used = new Map<string, number>()
  return {
    next(at) {
      const year = at.slice(0, 4)
      const number = (used.get(year) ?? 0) + 1
      used.set(year, number)
      return `${prefix}-${year}-${String(number).padStart(5, '0')}`
    },
    used
  }
}
