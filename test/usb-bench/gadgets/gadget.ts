import { mkdirSync, readdirSync, readFileSync, rmdirSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { until } from './until.ts'

const GADGETS = '/sys/kernel/config/usb_gadget'

/** How a USB device describes itself, and what it can do. */
export interface GadgetDescription {
  readonly vendorId: number
  readonly productId: number
  readonly manufacturer: string
  readonly product: string
  readonly serial: string
  /** The kernel's function and its settings, as in configfs: `hid`, `printer`, `acm`. */
  readonly function: { readonly driver: string; readonly settings: Readonly<Record<string, string | Uint8Array>> }
}

/** A device of the kernel's own, with a cable that leads to this computer. */
export interface Gadget {
  /** A setting of its function, such as `dev`. */
  setting(name: string): string
  /** Resolves when the computer at the other end of the cable has configured the device. */
  plug(): Promise<void>
  pull(): void
  /** Pulls it and takes it away for good. */
  remove(): void
}

/** Makes the device of one port, 0 to 5; not plugged in yet. */
export function createGadget(port: number, description: GadgetDescription): Gadget {
  const folder = join(GADGETS, `port${port}`)
  const strings = join(folder, 'strings/0x409')
  const configuration = join(folder, 'configs/c.1')
  const { driver, settings } = description.function
  const functionFolder = join(folder, `functions/${driver}.${port}`)
  const controller = join(folder, 'UDC')

  for (const part of [strings, configuration, functionFolder]) mkdirSync(part, { recursive: true })
  writeFileSync(join(folder, 'idVendor'), String(description.vendorId))
  writeFileSync(join(folder, 'idProduct'), String(description.productId))
  writeFileSync(join(strings, 'manufacturer'), description.manufacturer)
  writeFileSync(join(strings, 'product'), description.product)
  writeFileSync(join(strings, 'serialnumber'), description.serial)
  for (const [name, value] of Object.entries(settings)) writeFileSync(join(functionFolder, name), value)
  symlinkSync(functionFolder, join(configuration, 'function'))

  const isPlugged = (): boolean => readFileSync(controller, 'utf8').trim() !== ''
  const pull = (): void => {
    if (isPlugged()) writeFileSync(controller, '\n')
  }
  return {
    setting: (name) => readFileSync(join(functionFolder, name), 'utf8').trim(),
    plug: async () => {
      if (isPlugged()) return
      writeFileSync(controller, `dummy_udc.${port}`)
      const state = `/sys/class/udc/dummy_udc.${port}/state`
      await until(() => readFileSync(state, 'utf8').includes('configured'))
    },
    pull,
    remove: () => {
      pull()
      unlinkSync(join(configuration, 'function'))
      for (const name of readdirSync(join(folder, 'configs'))) rmdirSync(join(folder, 'configs', name))
      for (const part of [functionFolder, strings, folder]) rmdirSync(part)
    }
  }
}
