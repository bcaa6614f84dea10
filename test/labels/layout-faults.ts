import type { Box, PlacedSymbol } from '../../src/labels/layout.ts'
import { dotsPerMm, mediaDots } from '../../src/labels/media.ts'
import type { Media } from '../../src/labels/media.ts'
import type { LabelRendering } from '../../src/labels/render.ts'

/** Whatever is wrong with the places and sizes on a label, in words; reckoned from the rules alone. */
export function layoutFaults(rendering: LabelRendering & { readonly ok: true }, media: Media): readonly string[] {
  const scale = dotsPerMm(media.dpi)
  const { widthDots, heightDots } = mediaDots(media)
  const page: Box = { xDots: 0, yDots: 0, widthDots, heightDots }
  const inner = grown(page, -scale, -scale)
  const symbols = rendering.symbols.map((symbol) => ({ symbol, quiet: withQuietZone(symbol) }))
  const runs = rendering.texts.flatMap(({ field, runs }) => runs.map((run) => ({ field, run })))
  const faults: string[] = []

  for (const { symbol, quiet } of symbols) {
    if (symbol.moduleDots < Math.round(0.25 * scale)) faults.push(`the ${symbol.kind} is below 10 mil`)
    if (!within(quiet, inner)) faults.push(`the ${symbol.kind} comes too near to the edge`)
    for (const { field, run } of runs) {
      if (overlap(quiet, run.box)) faults.push(`${field} stands in the quiet zone of the ${symbol.kind}`)
    }
    for (const other of symbols) {
      if (other.symbol !== symbol && overlap(quiet, other.symbol.box)) faults.push('symbols stand in each other')
    }
  }
  for (const [index, { field, run }] of runs.entries()) {
    if (run.heightDots < 2 * scale) faults.push(`${field} is too small to read`)
    if (!within(run.box, inner)) faults.push(`${field} comes too near to the edge`)
    for (const other of runs.slice(index + 1)) {
      if (overlap(run.box, other.run.box)) faults.push(`${field} and ${other.field} stand in each other`)
    }
  }
  return faults
}

function withQuietZone({ kind, box, moduleDots }: PlacedSymbol): Box {
  const modules = kind === 'code-128' ? 10 : 2
  return grown(box, modules * moduleDots, kind === 'code-128' ? 0 : modules * moduleDots)
}

export function grown(box: Box, horizontal: number, vertical: number): Box {
  return {
    xDots: box.xDots - horizontal,
    yDots: box.yDots - vertical,
    widthDots: box.widthDots + 2 * horizontal,
    heightDots: box.heightDots + 2 * vertical
  }
}

function within(box: Box, outer: Box): boolean {
  return (
    box.xDots >= outer.xDots &&
    box.yDots >= outer.yDots &&
    box.xDots + box.widthDots <= outer.xDots + outer.widthDots &&
    box.yDots + box.heightDots <= outer.yDots + outer.heightDots
  )
}

function overlap(a: Box, b: Box): boolean {
  return (
    a.xDots < b.xDots + b.widthDots &&
    b.xDots < a.xDots + a.widthDots &&
    a.yDots < b.yDots + b.heightDots &&
    b.yDots < a.yDots + a.heightDots
  )
}
