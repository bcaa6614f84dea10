import type { RowId } from '../../../src/core/ids.ts'
import type { StationApi } from '../../../src/ipc/contract.ts'

/** One thing that somebody does at a station: a scan, or a request of the window. */
export type Step =
  | { readonly kind: 'scan'; readonly text: string }
  | { readonly kind: 'move'; readonly row: RowId; readonly to: string; readonly quantity: string | null }
  | {
      readonly kind: 'remove'
      readonly row: RowId
      readonly how: 'consumed' | 'scrapped' | 'archived'
      readonly quantity: string | null
    }
  | { readonly kind: 'print-place'; readonly location: string }

/** Does it and gives the answer in a few words: the same at two stations where it is the same. */
export async function takeStep(api: StationApi, step: Step): Promise<string> {
  switch (step.kind) {
    case 'scan': {
      const { sound, title, message } = await api.scanning.submit({ text: step.text })
      return `${sound}: ${title}. ${message}`
    }
    case 'move':
      return outcome(api.inventory.move({ row: step.row, to: step.to, quantity: step.quantity }))
    case 'remove':
      return outcome(
        api.inventory.remove({ row: step.row, kind: step.how, quantity: step.quantity, reason: 'used up' })
      )
    case 'print-place':
      return outcome(api.labels.printLocation({ location: step.location }))
  }
}

async function outcome(request: Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify(await request)
  } catch (error) {
    return String(error)
  }
}
