import type { OperatorId } from '../ids.ts'

/** What the coming and going of people asks to be written. */
export type OperatorEffect =
  | { readonly kind: 'sign-in'; readonly operator: OperatorId; readonly name: string }
  | { readonly kind: 'sign-out'; readonly operator: OperatorId }
  /** What the window asked for has its lead's word, and is done now. */
  | { readonly kind: 'request-approved'; readonly request: number }
  | { readonly kind: 'request-dropped'; readonly request: number }
