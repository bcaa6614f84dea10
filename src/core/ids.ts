/** Row keys of the store. Branded, so that a lot cannot be passed where a row is meant. */
export type PartId = number & { readonly __brand: 'PartId' }
export type OrderId = number & { readonly __brand: 'OrderId' }
export type OrderLineId = number & { readonly __brand: 'OrderLineId' }
export type ReceiptId = number & { readonly __brand: 'ReceiptId' }
export type ReceiptLineId = number & { readonly __brand: 'ReceiptLineId' }
export type RowId = number & { readonly __brand: 'RowId' }
export type LotId = number & { readonly __brand: 'LotId' }
export type LabelId = number & { readonly __brand: 'LabelId' }
export type ScanId = number & { readonly __brand: 'ScanId' }
export type EventSeq = number & { readonly __brand: 'EventSeq' }
