/** What a command has to say: one document for programs, one text for people. */
export interface CommandResult {
  /** 0 done, 1 refused with the reason in both forms. */
  readonly status: 0 | 1
  readonly json: unknown
  readonly text: string
}

export function done(json: unknown, text: string): CommandResult {
  return { status: 0, json, text }
}

export function refusedCommand(json: unknown, text: string): CommandResult {
  return { status: 1, json, text }
}
