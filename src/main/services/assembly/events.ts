import { instantOf } from '../../../core/clock.ts'
import type { EventSubject, Json } from '../../../core/event.ts'
import type { EventSeq } from '../../../core/ids.ts'
import type { Build } from '../../store/build.ts'
import { appendEvent } from '../../store/event.ts'
import type { StationContext } from '../context.ts'

/** Writes an event of a run, by whoever is at the station now. */
export function record(
  { db, clock, operator, station }: StationContext,
  kind: string,
  subjects: readonly EventSubject[],
  data: { readonly [key: string]: Json }
): EventSeq {
  return appendEvent(db, {
    kind,
    at: instantOf(clock.now()),
    operator,
    station: station.id,
    // Two roles of one thing are one subject.
    subjects: subjects.filter(
      (each, index) => subjects.findIndex(({ kind: k, id }) => k === each.kind && id === each.id) === index
    ),
    data
  })
}

/** What an event of a build concerns: its history, and that of the unit or the lot that is built. */
export function subjectsOfBuild({ id, runId, partId, rowId, lotId }: Build): readonly EventSubject[] {
  return [
    { kind: 'build', id },
    { kind: 'run', id: runId },
    { kind: 'part', id: partId },
    ...(rowId === null ? [] : [{ kind: 'row' as const, id: rowId }]),
    ...(lotId === null ? [] : [{ kind: 'lot' as const, id: lotId }])
  ]
}

/** What an event says of the thing that is built. */
export function factsOfBuild({ run, partNumber, revision, serial, lot, unit }: Build) {
  return { run, part_number: partNumber, revision, serial, lot, unit }
}

/** What an event of a component says of what it goes into, or came out of. */
export function parentFacts({ run, partNumber, revision, serial, lot }: Build) {
  return {
    run,
    parent_part_number: partNumber,
    parent_revision: revision,
    parent_serial: serial,
    parent_lot: lot
  }
}
