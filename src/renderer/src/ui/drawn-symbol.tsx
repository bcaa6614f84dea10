import { code128, datamatrix, drawingSVG } from 'bwip-js/generic'
import { useMemo } from 'react'
import classes from './drawn-symbol.module.css'

export interface DrawnSymbolProps {
  readonly kind: 'data-matrix' | 'code-128'
  /** In a Code 128 `^FNC3` is the function character. */
  readonly text: string
  readonly label: string
}

/** Whole pixels to a module, so that no edge is blurred; as large as scanners read well from a screen. */
const PIXELS_PER_UNIT = { 'data-matrix': 4, 'code-128': 2 } as const

/** A symbol to be scanned from the screen: black on white in light and in dark. */
export function DrawnSymbol({ kind, text, label }: DrawnSymbolProps) {
  const { source, width, height } = useMemo(() => draw(kind, text), [kind, text])
  return (
    <div className={classes.paper}>
      <img src={source} width={width} height={height} alt={label} />
    </div>
  )
}

function draw(kind: DrawnSymbolProps['kind'], text: string) {
  const svg =
    kind === 'data-matrix'
      ? datamatrix({ bcid: 'datamatrix', text, scale: 1 }, drawingSVG())
      : code128({ bcid: 'code128', text, parsefnc: true, scale: 1, height: 14 }, drawingSVG())
  const [, width = '0', height = '0'] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []
  const factor = PIXELS_PER_UNIT[kind]
  return {
    source: `data:image/svg+xml,${encodeURIComponent(svg)}`,
    width: Number(width) * factor,
    height: Number(height) * factor
  }
}
