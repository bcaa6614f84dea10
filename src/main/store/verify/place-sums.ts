/** How much each row holds at each place, added up movement by movement. Lean: there are millions. */
export interface PlaceSums {
  /** Gives how much the row holds then, over all places. */
  readonly add: (row: number, place: string, quantity: number) => number
  readonly total: (row: number) => number
  /** The place of the row's last movement; absent for a row that has none. */
  readonly lastPlace: (row: number) => string | undefined
  /** Whether the row holds nothing at any other place. */
  readonly isAt: (row: number, place: string) => boolean
  /** The places at which the sum of a row is not nothing. */
  readonly placesOf: (row: number) => readonly (readonly [place: string, sum: number])[]
}

/** @param lastRow the largest number of a row */
export function createPlaceSums(lastRow: number): PlaceSums {
  const totals = new Float64Array(lastRow + 1)
  const lastPlaces = new Int32Array(lastRow + 1)
  // Nearly every row holds all it has at one place; the sums at others are kept apart.
  const mainPlaces = new Int32Array(lastRow + 1)
  const mainSums = new Float64Array(lastRow + 1)
  const otherSums = new Map<number, Map<number, number>>()
  const numbers = new Map<string, number>()
  /** By number, from 1: 0 is no place. */
  const places: string[] = ['']

  function add(row: number, place: string, quantity: number): number {
    const number = numberOf(place)
    lastPlaces[row] = number
    addAt(row, number, quantity)
    return (totals[row] = at(totals, row) + quantity)
  }

  function addAt(row: number, place: number, quantity: number): void {
    const others = otherSums.get(row)
    if (at(mainSums, row) === 0 && !others?.has(place)) mainPlaces[row] = place
    if (mainPlaces[row] === place) {
      mainSums[row] = at(mainSums, row) + quantity
      return
    }
    const sums = others ?? new Map<number, number>()
    const sum = (sums.get(place) ?? 0) + quantity
    if (sum === 0) sums.delete(place)
    else sums.set(place, sum)
    if (sums.size === 0) otherSums.delete(row)
    else otherSums.set(row, sums)
  }

  function numberOf(place: string): number {
    let number = numbers.get(place)
    if (number === undefined) {
      number = places.push(place) - 1
      numbers.set(place, number)
    }
    return number
  }

  function nameOf(number: number): string {
    return places[number] ?? ''
  }

  return {
    add,
    total: (row) => at(totals, row),
    lastPlace: (row) => (lastPlaces[row] ? nameOf(lastPlaces[row]) : undefined),
    isAt: (row, place) => !otherSums.has(row) && (at(mainSums, row) === 0 || nameOf(mainPlaces[row] ?? 0) === place),
    placesOf(row) {
      const main = at(mainSums, row)
      const others = [...(otherSums.get(row) ?? [])].map(([place, sum]) => [nameOf(place), sum] as const)
      return main === 0 ? others : [[nameOf(mainPlaces[row] ?? 0), main] as const, ...others]
    }
  }
}

function at(numbers: Float64Array, index: number): number {
  return numbers[index] ?? 0
}
