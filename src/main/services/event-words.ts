import type { TraceEvent } from './tracing.ts'

/** An event as a sentence for the time line. An event that is not known is shown by its name. */
export function eventInWords({ event, data }: Pick<TraceEvent, 'event' | 'data'>): string {
  const text = (key: string): string => {
    const value = data[key]
    return value === null || value === undefined ? '' : String(value)
  }
  const from = `from ${text('supplier')} on order ${text('order')}, receipt ${text('receipt')}, at ${text('location')}`
  switch (event) {
    case 'unit-received':
      return `Unit ${text('serial')} received ${from}`
    case 'lot-received':
      return `${text('quantity')} of lot ${text('lot')} received ${from}${text('supplier_lot') === '' ? '' : `; supplier’s lot ${text('supplier_lot')}`}`
    case 'count-received':
      return `${text('quantity')} received ${from}`
    case 'label-reprinted':
      return `Label ${text('label')} printed again as copy ${text('copy')}: ${text('reason')}`
    case 'receipt-opened':
      return `Receipt ${text('receipt')} opened for order ${text('order')}`
    case 'receipt-closed':
      return `Receipt ${text('receipt')} closed`
    default:
      return event.replaceAll('-', ' ')
  }
}
