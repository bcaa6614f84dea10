import { promisify } from 'node:util'
import type * as Library from 'usb'
import { createBulkFile, systemError, type BulkPipes, type Transfer, type TransferEnd } from './bulk-file.ts'
import { asSystemError, transferEnd } from './libusb-errors.ts'
import { printerPipes, type ConfigurationLayout, type PrinterPipes } from './printer-class.ts'
import type { UsbFile } from './usb-bus.ts'

/** Takes a printer for this program. Rejects as `UsbBus.open` does. */
export async function openLibusbFile(device: Library.Device, interfaceNumber: number): Promise<UsbFile> {
  const pipes = printerPipes(layoutOf(device), interfaceNumber)
  if (!pipes) throw systemError('ENOTSUP')
  // The library has one object for each device, which one user at a time can open.
  if (device.interfaces) throw systemError('EBUSY')
  try {
    device.open()
    const claimed = device.interface(interfaceNumber)
    claimed.claim()
    if (claimed.altSetting !== pipes.alternateSetting) await claimed.setAltSettingAsync(pipes.alternateSetting)
    return createBulkFile(bulkPipes(device, claimed, pipes))
  } catch (error) {
    if (device.interfaces) device.close()
    throw asSystemError(error)
  }
}

function bulkPipes(device: Library.Device, claimed: Library.Interface, pipes: PrinterPipes): BulkPipes {
  const { outAddress, inAddress, inPacketBytes } = pipes
  return {
    inPacketBytes: inAddress === undefined ? undefined : inPacketBytes,
    receive: (bytes) => carry(claimed, inAddress, bytes),
    send: (bytes) => carry(claimed, outAddress, bytes),
    clearHalt: async (direction) => {
      const endpoint = endpointOf(claimed, direction === 'in' ? inAddress : outAddress)
      await promisify(endpoint.clearHalt.bind(endpoint))().catch((error: unknown) => {
        throw asSystemError(error)
      })
    },
    release: async () => {
      await claimed.releaseAsync().catch(() => {})
      device.close()
    }
  }
}

function endpointOf(claimed: Library.Interface, address: number | undefined): Library.Endpoint {
  const endpoint = address === undefined ? undefined : claimed.endpoint(address)
  if (!endpoint) throw systemError('ENOTSUP')
  return endpoint
}

function carry(claimed: Library.Interface, address: number | undefined, bytes: Uint8Array): Transfer {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let transfer: Library.Transfer | undefined
  const end = new Promise<TransferEnd>((resolve) => {
    try {
      transfer = endpointOf(claimed, address).makeTransfer(0, (error, _buffer, actual) =>
        resolve({ kind: transferEnd(error), bytes: actual })
      )
      transfer.submit(buffer)
    } catch (error) {
      resolve({ kind: transferEnd(error), bytes: 0 })
    }
  })
  return {
    end,
    cancel: () => {
      try {
        transfer?.cancel()
      } catch {
        // It has ended, and says so.
      }
    }
  }
}

/** Empty for a device that lets nobody look. */
export function layoutOf(device: Library.Device): ConfigurationLayout {
  try {
    return device.configDescriptor ?? { interfaces: [] }
  } catch {
    return { interfaces: [] }
  }
}
