import { charactersThatFit, textWidthDots } from './font-zero.ts'
import type { TextFate } from './layout.ts'
import { ELLIPSIS } from './printable-text.ts'
import type { TextItem } from './template.ts'

/** A piece of a line; `xDots` counts from the line's start. */
export interface FlowRun {
  /** Which of the items it belongs to. */
  readonly item: number
  readonly text: string
  readonly xDots: number
  readonly widthDots: number
  readonly heightDots: number
  readonly reversed: boolean
}

export interface Flow {
  readonly lines: readonly (readonly FlowRun[])[]
  /** One for each item. */
  readonly fates: readonly TextFate[]
}

export interface FlowSpace {
  readonly widthDots: number
  readonly mostLines: number
  /** The height of the text. */
  readonly heightDots: number
  /** No caption is smaller than this. */
  readonly smallestDots: number
  /** Whether a word or a part of a code that is longer than a line is torn, rather than shortened. */
  readonly tears: boolean
}

/** A text that begins with fewer characters than this and then ends says nothing. */
const LEAST_CHARACTERS = 3

/** A caption is read from nearby: this many times the smallest text is enough. */
const LARGEST_CAPTION = 1.4

/** Parts of the text's height. */
const CAPTION_HEIGHT = 0.6
const CAPTION_GAP = 0.25
const ITEM_GAP = 0.8
const CLOSE_GAP = 0.3
export const TAG_PADDING = 0.25

/** Sets facts one after the other at a given height; what does not fit is shortened or left out, and says so. */
export function flowText(items: readonly TextItem[], space: FlowSpace): Flow {
  const pen: Pen = { lines: [], xDots: 0 }
  const fates = items.map((item, index) => placeItem(pen, item, index, space))
  return { fates, lines: pen.lines.filter((line) => line.length > 0) }
}

export function isWhole(flow: Flow): boolean {
  return flow.fates.every((fate) => fate === 'whole')
}

/** Whether each fact got at least what its `keep` asks for. */
export function keepsWhatItMust(flow: Flow, items: readonly TextItem[]): boolean {
  return items.every(({ keep }, index) => {
    const fate = flow.fates[index]
    switch (keep) {
      case 'whole':
        return fate === 'whole'
      case 'shortened':
        return fate !== 'left-out'
      case 'optional':
        return true
      case 'all-or-nothing':
        return fate !== 'shortened'
    }
  })
}

function mayNotBeShortened({ keep }: TextItem): boolean {
  return keep === 'whole' || keep === 'all-or-nothing'
}

interface Pen {
  readonly lines: FlowRun[][]
  /** Where the last line ends; 0 when nothing is on it. */
  xDots: number
}

function placeItem(pen: Pen, item: TextItem, index: number, space: FlowSpace): TextFate {
  const { heightDots, widthDots, mostLines } = space
  const gapDots = Math.round((item.close === true ? CLOSE_GAP : ITEM_GAP) * heightDots)
  const paddingDots = item.tag === true ? Math.ceil(TAG_PADDING * heightDots) : 0
  let caption = captionOf(item, space)
  let rest = item.text

  for (;;) {
    const startDots = pen.xDots === 0 ? 0 : pen.xDots + gapDots
    const textDots = startDots + caption.leadDots + paddingDots
    const roomDots = pen.lines.length === 0 ? 0 : widthDots - textDots - paddingDots
    const mayGoOn = pen.lines.length < mostLines
    if (textWidthDots(rest, heightDots) <= roomDots) {
      put(rest, startDots, textDots)
      return 'whole'
    }
    if (mayGoOn && (pen.xDots > 0 || pen.lines.length === 0)) {
      newLine(pen)
      continue
    }
    const count = mayGoOn ? charactersThatFit(rest, heightDots, roomDots) : 0
    const taken = breakAfter(rest, count, item.breaks, space.tears)
    if (taken > 0) {
      put(rest.slice(0, taken).trimEnd(), startDots, textDots)
      rest = rest.slice(taken).trimStart()
      newLine(pen)
      continue
    }
    const kept = charactersThatFit(rest, heightDots, roomDots - textWidthDots(ELLIPSIS, heightDots))
    const begun = rest !== item.text
    if (!begun && (kept < LEAST_CHARACTERS || mayNotBeShortened(item))) return 'left-out'
    put(`${rest.slice(0, kept).trimEnd()}${ELLIPSIS}`, startDots, textDots)
    return 'shortened'
  }

  function put(text: string, startDots: number, textDots: number): void {
    const line = pen.lines.at(-1)
    if (caption.text !== '') line?.push(runOf(caption.text, startDots, caption.heightDots, false))
    line?.push(runOf(text, textDots, heightDots, item.tag === true))
    pen.xDots = textDots + textWidthDots(text, heightDots) + paddingDots
    caption = NO_CAPTION
  }

  function runOf(text: string, xDots: number, runHeightDots: number, reversed: boolean): FlowRun {
    const runWidthDots = textWidthDots(text, runHeightDots)
    return { item: index, text, xDots, widthDots: runWidthDots, heightDots: runHeightDots, reversed }
  }
}

interface Caption {
  readonly text: string
  readonly heightDots: number
  /** How far right of the caption's start the text begins. */
  readonly leadDots: number
}

const NO_CAPTION: Caption = { text: '', heightDots: 0, leadDots: 0 }

function captionOf(item: TextItem, { heightDots, smallestDots }: FlowSpace): Caption {
  if (item.caption === '') return NO_CAPTION
  const wantedDots = Math.min(Math.round(CAPTION_HEIGHT * heightDots), Math.round(LARGEST_CAPTION * smallestDots))
  const captionDots = Math.min(heightDots, Math.max(smallestDots, wantedDots))
  const leadDots = textWidthDots(item.caption, captionDots) + Math.round(CAPTION_GAP * heightDots)
  return { text: item.caption, heightDots: captionDots, leadDots }
}

function newLine(pen: Pen): void {
  pen.lines.push([])
  pen.xDots = 0
}

/** How many of the characters that fit stay on the line when the rest goes on in the next one; 0: none can. */
function breakAfter(text: string, count: number, breaks: TextItem['breaks'], tears: boolean): number {
  switch (breaks) {
    case 'never':
      return 0
    case 'words': {
      const blank = text[count] === ' ' ? count : text.lastIndexOf(' ', count)
      return blank > 0 ? blank : tears ? count : 0
    }
    case 'separators':
      return tears ? count : (/^.*[-/._: ]/s.exec(text.slice(0, count))?.[0].length ?? 0)
  }
}
