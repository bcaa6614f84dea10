import { describe, expect, it } from 'vitest'
import { formatOrders } from '../../../../../src/main/devices/printer/virtual/format-orders.ts'

const orders = (zpl: string) => formatOrders(Buffer.from(zpl, 'latin1'))

describe('what a format orders', () => {
  it('is one label, or as many as ^PQ says', () => {
    expect(orders('^XA^FDa^FS^XZ').copies).toBe(1)
    expect(orders('^XA^FDa^FS^PQ3,0,0,N^XZ').copies).toBe(3)
  })

  it('is no label where nothing is put on paper', () => {
    expect(orders('^XA^JUS^XZ').copies).toBe(0)
    expect(orders('^XA^DFR:A.ZPL^FDa^FS^XZ').copies).toBe(0)
  })

  it('is whether an interrupted label comes again, by the last word on it', () => {
    expect(orders('^XA^FDa^FS^XZ').repeatsInterrupted).toBeUndefined()
    expect(orders('^XA^JZY^FDa^FS^jzn^XZ').repeatsInterrupted).toBe(false)
  })

  it('is who is to hear of what', () => {
    expect(orders('^XA^SXA,D,Y,Y,192.0.2.10,9999^SQ*^XZ').alerts).toEqual([
      { command: 'SX', parameters: ['A', 'D', 'Y', 'Y', '192.0.2.10', '9999'] },
      { command: 'SQ', parameters: ['*'] }
    ])
  })
})
