import { createNodeHid } from '../../src/main/devices/hid/node-hid.ts'
import { describeHidContract } from '../contracts/hid-contract.ts'
import { createHidGadget, HONEYWELL } from './gadgets/hid-gadget.ts'
import { until } from './gadgets/until.ts'

describeHidContract('a scanner of the kernel’s own', async () => {
  const gadget = createHidGadget(1, HONEYWELL, 'H-1')
  const backend = createNodeHid()
  await gadget.plug()
  let path = ''
  await until(async () => {
    path = (await backend.list()).find(({ serialNumber, usage }) => serialNumber === 'H-1' && usage === 2)?.path ?? ''
    return path !== ''
  })
  return {
    backend,
    path,
    send: async (report) => void (await gadget.send(report)),
    pull: () => gadget.pull(),
    close: () => gadget.remove()
  }
})
