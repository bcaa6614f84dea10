import type { BuildId, InstallationId, RowId } from '../../../src/core/ids.ts'
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
  | {
      readonly kind: 'take-out'
      readonly installation: InstallationId
      readonly quantity: string | null
      readonly to: string
    }
  | { readonly kind: 'complete'; readonly build: BuildId; readonly reason: string }
  | { readonly kind: 'raise'; readonly row: RowId; readonly holds: boolean }
  | {
      readonly kind: 'dispose'
      readonly issue: string
      readonly how: 'use-as-is' | 'rework' | 'return' | 'scrap'
      readonly quantity: string | null
    }
  | { readonly kind: 'close'; readonly issue: string }

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
    case 'take-out':
      return outcome(
        api.assembly.remove({
          installation: step.installation,
          quantity: step.quantity,
          to: step.to,
          reason: 'fits badly'
        })
      )
    case 'complete':
      return outcome(api.assembly.complete({ build: step.build, quantity: null, reason: step.reason }))
    case 'raise':
      return outcome(
        api.issues.raise({
          row: step.row,
          lot: null,
          title: 'Scratch',
          description: '',
          severity: 'minor',
          holds: step.holds
        })
      )
    case 'dispose':
      return outcome(
        api.issues.dispose({
          issue: step.issue,
          kind: step.how,
          quantity: step.quantity,
          row: null,
          reason: 'as agreed'
        })
      )
    case 'close':
      return outcome(api.issues.close({ issue: step.issue, reason: 'all is decided' }))
  }
}

async function outcome(request: Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify(await request)
  } catch (error) {
    return String(error)
  }
}
