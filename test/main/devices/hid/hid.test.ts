import { writeFile } from 'node:fs/promises'
import { describe, it } from 'vitest'
import { createNodeHid } from '../../../../src/main/devices/hid/node-hid.ts'
import { describeHidContract } from '../../../contracts/hid-contract.ts'
import { createFakeHid } from '../../../fakes/fake-hid.ts'

describeHidContract('the fake', () => {
  const backend = createFakeHid()
  const path = 'fake-1'
  backend.plug(path)
  return { backend, path, send: (report) => backend.send(path, report), pull: () => backend.pull(path) }
})

/**
 * A real device is named by DOCKSIDE_TEST_HID (its path). A USB gadget of the kernel's can be made to send and be pulled:
 * DOCKSIDE_TEST_HID_GADGET is its device file, DOCKSIDE_TEST_HID_UDC the file that unplugs it when it is emptied.
 */
const { DOCKSIDE_TEST_HID: path, DOCKSIDE_TEST_HID_GADGET: gadget, DOCKSIDE_TEST_HID_UDC: controller } = process.env

if (path === undefined) {
  describe('HID port on a real device', () => {
    it.skip('set DOCKSIDE_TEST_HID to the path of a device, such as /dev/hidraw0, to run the suite on it', () => {})
  })
} else {
  describeHidContract(path, () => ({
    backend: createNodeHid(),
    path,
    send: gadget === undefined ? undefined : (report) => writeFile(gadget, report),
    pull: controller === undefined ? undefined : () => writeFile(controller, '\n')
  }))
}
