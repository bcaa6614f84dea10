import { withUnit } from '../quantity.ts'
import { capitalised } from '../words.ts'
import type { BuildLine, KnownBuild } from './directory.ts'
import { isLineOpen, nameOfBuild, openOf } from './on-run.ts'

/** A message names so many open lines; the screen shows them all. */
const NAMED_LINES = 4

/** What the next scan on a build may be, in sentences. */
export function nextOnBuild(build: KnownBuild, lines: readonly BuildLine[]): string {
  const name = nameOfBuild(build)
  if (lines.length === 0) return `There is no bill of materials for ${build.partNumber}. ${doneWords(build)}`
  const open = lines.filter(isLineOpen)
  if (open.length === 0) return `All of ${name} is installed. ${doneWords(build)}`
  const named = open.slice(0, NAMED_LINES).map(lineWords)
  const more = open.length > NAMED_LINES ? ` and ${open.length - NAMED_LINES} more` : ''
  return `${capitalised(name)} needs ${named.join(', ')}${more}. ${howToScan(open)}`
}

/** `2.5 m CABLE`. */
export function lineWords(line: BuildLine): string {
  return `${withUnit(openOf(line), line)} ${line.component}`
}

function doneWords({ isCompleted, parentId }: KnownBuild): string {
  if (isCompleted) return 'DS:DONE goes on.'
  return parentId === null ? 'DS:DONE completes it.' : 'DS:DONE completes it and installs it.'
}

/** One sentence where one kind of scan will do, else a general one. */
function howToScan(open: readonly BuildLine[]): string {
  const ways = new Set(open.map((line) => (line.madeOnAssembly ? 'made' : line.tracking)))
  if (ways.size > 1) return 'Scan a serial, a lot or a part number.'
  if (ways.has('made')) return 'Scan its part number to make it here.'
  if (ways.has('serial')) return 'Scan its serial.'
  return ways.has('lot') ? 'Scan its lot.' : 'Scan its part number, then DS:DONE.'
}
