import type { Line, Placed } from './drawing.ts'

/**
 * The box that an arrow key leads to: left to what a box is made of, right to what it is in, up and down to the nearest
 * in the same column. Undefined where there is none.
 */
export function nextBox(
  key: string,
  at: string,
  places: ReadonlyMap<string, Placed>,
  lines: readonly Line[]
): string | undefined {
  const here = places.get(at)
  if (!here) return undefined
  switch (key) {
    case 'ArrowLeft':
      return nearest(
        here,
        lines.filter(({ to }) => to === at).map(({ from }) => from)
      )
    case 'ArrowRight':
      return nearest(
        here,
        lines.filter(({ from }) => from === at).map(({ to }) => to)
      )
    case 'ArrowUp':
      return nearest(
        here,
        column((place) => place.y < here.y)
      )
    case 'ArrowDown':
      return nearest(
        here,
        column((place) => place.y > here.y)
      )
    default:
      return undefined
  }

  function column(isThere: (place: Placed) => boolean): readonly string[] {
    return [...places.values()].filter((place) => place.x === here?.x && isThere(place)).map(({ id }) => id)
  }

  function nearest(from: Placed, ids: readonly string[]): string | undefined {
    return ids
      .flatMap((id) => places.get(id) ?? [])
      .toSorted((a, b) => Math.abs(a.y - from.y) - Math.abs(b.y - from.y))[0]?.id
  }
}
