/** The class of printers (USB Device Class Definition for Printing Devices 1.1, 4.2.1). */
export const PRINTER_CLASS = 7

/**
 * Protocols of the class (4.2.1, table 3). The others are packets of their own kind, 3 of IEEE 1284.4 and 4 of IPP: bytes that
 * are sent there as they are would be lost.
 */
const BIDIRECTIONAL = 2
const UNIDIRECTIONAL = 1

/** As the standard lays a configuration out (USB 2.0, 9.6), as far as it matters here. */
export interface ConfigurationLayout {
  /** Each interface with its alternate settings, of which one is in use at a time. */
  readonly interfaces: readonly (readonly AlternateLayout[])[]
}

interface AlternateLayout {
  readonly bInterfaceNumber: number
  readonly bAlternateSetting: number
  readonly bInterfaceClass: number
  readonly bInterfaceProtocol: number
  readonly endpoints: readonly {
    readonly bEndpointAddress: number
    readonly bmAttributes: number
    readonly wMaxPacketSize: number
  }[]
}

/** Where a printer takes bytes and gives them. */
export interface PrinterPipes {
  readonly interfaceNumber: number
  readonly alternateSetting: number
  readonly outAddress: number
  /** Absent where it cannot answer. */
  readonly inAddress: number | undefined
  /** What is asked for at a time must be a multiple of this, or more could come than there is room for (USB 2.0, 5.8.3). */
  readonly inPacketBytes: number
}

/** The numbers of the interfaces that are printers, each once. */
export function printerInterfaces({ interfaces }: ConfigurationLayout): readonly number[] {
  return interfaces.flatMap((alternates) => {
    const printer = alternates.find(({ bInterfaceClass }) => bInterfaceClass === PRINTER_CLASS)
    return printer ? [printer.bInterfaceNumber] : []
  })
}

/** The setting of an interface that answers, else one that takes bytes at least; undefined where there is neither. */
export function printerPipes({ interfaces }: ConfigurationLayout, interfaceNumber: number): PrinterPipes | undefined {
  const alternates = interfaces
    .flat()
    .filter((each) => each.bInterfaceNumber === interfaceNumber && each.bInterfaceClass === PRINTER_CLASS)
  for (const protocol of [BIDIRECTIONAL, UNIDIRECTIONAL]) {
    const alternate = alternates.find((each) => each.bInterfaceProtocol === protocol)
    const pipes = alternate && pipesOf(alternate)
    if (pipes) return pipes
  }
  return undefined
}

const BULK = 2
const TO_COMPUTER = 0x80

function pipesOf({ bInterfaceNumber, bAlternateSetting, endpoints }: AlternateLayout): PrinterPipes | undefined {
  const bulk = endpoints.filter(({ bmAttributes }) => (bmAttributes & 3) === BULK)
  const out = bulk.find(({ bEndpointAddress }) => (bEndpointAddress & TO_COMPUTER) === 0)
  const back = bulk.find(({ bEndpointAddress }) => (bEndpointAddress & TO_COMPUTER) !== 0)
  return (
    out && {
      interfaceNumber: bInterfaceNumber,
      alternateSetting: bAlternateSetting,
      outAddress: out.bEndpointAddress,
      inAddress: back?.bEndpointAddress,
      inPacketBytes: back?.wMaxPacketSize ?? 0
    }
  )
}

/** The text of a device id as GET_DEVICE_ID gives it, behind its length in two bytes, the higher first (4.2.1.1). */
export function deviceIdText(answer: Uint8Array): string {
  const [high = 0, low = 0] = answer
  return Buffer.from(answer.subarray(2, Math.max(2, high * 256 + low))).toString('latin1')
}
