/** What the drawing thread is asked for. */
export interface DrawRequest {
  /** ZPL as text of bytes (Latin-1), so that nothing is read as UTF-8 twice. */
  readonly zpl: string
  readonly widthDots: number
  readonly heightDots: number
  readonly dotsPerMm: number
}

export type DrawReply =
  { readonly kind: 'drawn'; readonly png: Uint8Array } | { readonly kind: 'failed'; readonly reason: string }
