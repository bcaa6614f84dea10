import { createNodeSerial } from '../../src/main/devices/serial/node-serial.ts'
import { describeSerialContract } from '../contracts/serial-contract.ts'
import { createSerialGadget } from './gadgets/serial-gadget.ts'

describeSerialContract('a CDC scanner of the kernel’s own', async () => {
  const gadget = createSerialGadget(4, 'Z-1')
  const path = await gadget.plug()
  return {
    backend: createNodeSerial(),
    path,
    send: (bytes) => gadget.send(bytes),
    pull: () => gadget.pull(),
    plug: async () => void (await gadget.plug()),
    close: () => gadget.remove()
  }
})
