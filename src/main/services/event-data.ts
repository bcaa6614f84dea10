import type { Json } from '../../core/event.ts'

/** What an event tells, read as it was written: by this program, or by one that came before it. */
export type EventData = { readonly [key: string]: Json }

/** A value for a sentence; empty for none. */
export function textOf(value: Json | undefined): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

export function itemsOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : []
}

export function membersOf(value: Json | undefined): EventData {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as EventData) : {}
}
