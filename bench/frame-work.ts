/** A trace of Chromium, as far as it is read here. Times are microseconds of one clock. */
export interface TraceFile {
  readonly traceEvents: readonly TraceEvent[]
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  readonly args?: { readonly name?: string }
}

export interface FrameWork {
  /** For each frame, how long the window's main thread was busy from the frame before to it, in milliseconds. */
  readonly work: readonly number[]
  /** From each frame to the next, in milliseconds. */
  readonly intervals: readonly number[]
}

/** Longer than this between two frames, nothing moved: no frame was due. */
const STILL_MS = 250

export function workPerFrame({ traceEvents }: TraceFile): FrameWork {
  const main = mainThread(traceEvents)
  const onMain = traceEvents.filter(({ pid, tid }) => pid === main.pid && tid === main.tid)
  const frames = onMain.filter(isFrame).map(({ ts }) => ts)
  const tasks = onMain
    .filter(({ name, ph }) => (name === 'RunTask' || name.endsWith('::RunTask')) && ph === 'X')
    .toSorted((a, b) => a.ts - b.ts)
  const begins = [...new Set(frames)].sort((a, b) => a - b)
  const work: number[] = []
  const intervals: number[] = []
  begins.forEach((begin, index) => {
    const end = begins[index + 1]
    if (end === undefined || end - begin > STILL_MS * 1_000) return
    intervals.push((end - begin) / 1_000)
    work.push(busyBetween(tasks, begin, end) / 1_000)
  })
  return { work, intervals }
}

/** The main thread ends its part of a frame by handing it over to be drawn. */
function isFrame({ name, ph }: TraceEvent): boolean {
  return name === 'Commit' && ph === 'X'
}

/** Of several windows' threads, the one with the most frames is the one that scrolls. */
function mainThread(events: readonly TraceEvent[]): Pick<TraceEvent, 'pid' | 'tid'> {
  const threads = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
  const frames = ({ pid, tid }: TraceEvent): number =>
    events.filter((event) => event.pid === pid && event.tid === tid && isFrame(event)).length
  const [busiest] = threads.toSorted((a, b) => frames(b) - frames(a))
  if (!busiest) throw new Error('The trace holds no window')
  return busiest
}

/** Tasks come in the order of their beginnings. Those of one thread do not overlap but for those that are told twice, under two names: each moment counts once. */
function busyBetween(tasks: readonly TraceEvent[], from: number, to: number): number {
  let busy = 0
  let counted = from
  for (const { ts, dur = 0 } of tasks) {
    if (ts >= to) break
    const begin = Math.max(ts, counted)
    const end = Math.min(ts + dur, to)
    if (end <= begin) continue
    busy += end - begin
    counted = end
  }
  return busy
}
