import { execFileSync } from 'node:child_process'
import { close, constants, existsSync, open, write } from 'node:fs'
import { promisify } from 'node:util'
import { listLinuxPorts } from '../../../src/main/devices/serial/linux-ports.ts'
import { createGadget } from './gadget.ts'
import { until } from './until.ts'

/** A scanner in USB CDC mode, of the kernel's own. */
export interface SerialGadget {
  /** Resolves with the port that the computer at the other end of the cable has made of it. */
  plug(): Promise<string>
  pull(): Promise<void>
  /** Pulls it and takes it away for good. */
  remove(): Promise<void>
  send(bytes: Uint8Array): Promise<void>
}

const openFile = promisify(open)
const closeFile = promisify(close)
const writeTo = promisify(write)

export function createSerialGadget(port: number, serial: string): SerialGadget {
  const gadget = createGadget(port, {
    vendorId: 0x05e0,
    productId: 0x1701,
    manufacturer: 'Symbol Technologies',
    product: 'DS4608',
    serial,
    function: { driver: 'acm', settings: {} }
  })
  const path = `/dev/ttyGS${gadget.setting('port_num')}`
  let file: number | undefined

  async function pull(): Promise<void> {
    const opened = file
    file = undefined
    gadget.pull()
    if (opened !== undefined) await closeFile(opened)
  }

  return {
    async plug() {
      await gadget.plug()
      let found: string | undefined
      await until(async () => {
        found = (await listLinuxPorts([])).find(({ usb }) => usb?.serialNumber === serial)?.path
        return found !== undefined && existsSync(found)
      })
      // A scanner neither answers what it is sent nor turns line feeds into something else.
      execFileSync('stty', ['-F', path, 'raw', '-echo'])
      file = await openFile(path, constants.O_RDWR | constants.O_NOCTTY)
      return found ?? ''
    },
    pull,
    async remove() {
      await pull()
      gadget.remove()
    },
    async send(bytes) {
      if (file === undefined) throw new Error('The scanner is not plugged in')
      await writeTo(file, bytes, 0, bytes.length, null)
    }
  }
}
