import { describe, expect, it } from 'vitest'
import { parseHostStatus } from '../../src/labels/host-status.ts'

const ready =
  '\x02030,0,0,1245,000,0,0,0,000,0,0,0\x03\r\n\x02001,0,0,0,0,2,6,0,00000000,1,000\x03\r\n\x021234,0\x03\r\n'

describe('the host status', () => {
  it('of a ready printer names nothing that keeps it from printing', () => {
    expect(parseHostStatus(ready)).toEqual({
      conditions: [],
      labelLengthDots: 1245,
      formatsWaiting: 0,
      bufferFull: false,
      diagnosticsMode: false,
      partialFormat: false,
      thermalTransfer: false,
      printMode: '2',
      labelWaiting: false,
      labelsRemaining: 0,
      graphicsStored: 0
    })
  })

  it.each([
    {
      name: 'paused with 15 formats waiting, thermal transfer',
      reply:
        '\x02030,0,1,0212,015,0,0,0,000,0,0,0\x03\r\n\x02001,0,0,0,1,2,4,0,00000000,1,000\x03\r\n\x020000,0\x03\r\n',
      read: { conditions: ['paused'], formatsWaiting: 15, thermalTransfer: true, labelLengthDots: 212 }
    },
    {
      name: 'paper out and head up, without a third string',
      reply: '\x02030,1,1,1245,001,0,0,0,000,0,0,0\x03\r\n\x02001,0,1,0,0,2,6,0,00000000,1,000\x03\r\n',
      read: { conditions: ['paper-out', 'head-open', 'paused'], formatsWaiting: 1 }
    },
    {
      name: 'paper and ribbon out with 100 labels left',
      reply:
        '\x02030,1,1,1225,000,0,0,0,000,0,0,0\x03\r\n\x02001,0,0,1,1,2,6,0,00000100,1,000\x03\r\n\x021234,0\x03\r\n',
      read: { conditions: ['paper-out', 'ribbon-out', 'paused'], labelsRemaining: 100 }
    },
    {
      name: 'a format received in part, buffer full, diagnostics, a label at the peel bar',
      reply: '\x02030,0,0,1245,000,1,1,1,000,0,0,0\x03\r\n\x02001,0,0,0,0,1,6,1,00000000,1,003\x03\r\n',
      read: {
        conditions: [],
        bufferFull: true,
        diagnosticsMode: true,
        partialFormat: true,
        labelWaiting: true,
        printMode: '1',
        graphicsStored: 3
      }
    },
    {
      name: 'settings lost, too cold and too hot',
      reply: '\x02030,0,0,1245,000,0,0,0,000,1,1,1\x03\r\n\x02001,0,0,0,0,K,6,0,00000000,1,000\x03\r\n',
      read: { conditions: ['head-too-hot', 'head-too-cold', 'settings-lost'], printMode: 'K' }
    },
    {
      name: 'without framing, as the variable device.host_status gives it',
      reply: '030,0,0,1245,000,0,0,0,000,0,0,0\r\n001,0,0,0,0,2,6,0,00000000,1,000\r\n1234,0',
      read: { conditions: [], labelLengthDots: 1245 }
    }
  ])('is read: $name', ({ reply, read }) => {
    expect(parseHostStatus(reply)).toMatchObject(read)
  })

  it.each(['', '\x02', ready.slice(0, 40), ready.slice(40), '\x02\x03\x02\x03\x02\x03', 'HTTP/1.1 400 Bad Request'])(
    'is absent in %j',
    (reply) => {
      expect(parseHostStatus(reply)).toBeUndefined()
    }
  )
})
