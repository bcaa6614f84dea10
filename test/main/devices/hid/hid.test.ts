import { describeHidContract } from '../../../contracts/hid-contract.ts'
import { createFakeHid } from '../../../fakes/fake-hid.ts'

// The same suite runs on devices of the kernel's own in the USB bench.
describeHidContract('the fake', async () => {
  const backend = createFakeHid()
  const path = 'fake-1'
  backend.plug(path)
  return {
    backend,
    path,
    send: (report) => backend.send(path, report),
    pull: () => backend.pull(path),
    close: () => {}
  }
})
