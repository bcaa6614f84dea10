import { symlinkSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createNodeSerial } from '../../../../src/main/devices/serial/node-serial.ts'
import { describeSerialContract } from '../../../contracts/serial-contract.ts'
import { createFakeSerial } from '../../../fakes/fake-serial.ts'
import { hasPseudoTerminals, openPseudoTerminal } from '../../../helpers/pseudo-terminal.ts'
import { temporaryFolder } from '../../../helpers/temporary-folder.ts'

describeSerialContract('the fake', async () => {
  const backend = createFakeSerial()
  const path = '/dev/ttyFAKE0'
  backend.plug(path)
  return {
    backend,
    path,
    send: (bytes) => backend.send(path, bytes),
    pull: () => backend.pull(path),
    plug: () => backend.plug(path),
    close: () => {}
  }
})

if (hasPseudoTerminals()) {
  describeSerialContract('a terminal of this computer', async () => {
    const terminal = await openPseudoTerminal()
    return {
      backend: createNodeSerial(),
      path: terminal.path,
      send: (bytes) => terminal.send(bytes),
      pull: () => terminal.pull(),
      close: () => terminal.pull()
    }
  })

  it('notices that a name leads to another port than the one that was opened by it', async () => {
    const [first, second] = [await openPseudoTerminal(), await openPseudoTerminal()]
    onTestFinished(async () => {
      await first.pull()
      await second.pull()
    })
    const path = join(temporaryFolder(), 'by-id')
    symlinkSync(first.path, path)
    const backend = createNodeSerial()
    const device = await backend.open({ path, usb: null }, 9600)
    onTestFinished(() => device.close())
    const lost = vi.fn()
    device.onLost(lost)
    await backend.list([path])
    expect(lost).not.toHaveBeenCalled()
    unlinkSync(path)
    symlinkSync(second.path, path)
    await backend.list([path])
    expect(lost).toHaveBeenCalledTimes(1)
  })
} else {
  describe('serial port on a terminal of this computer', () => {
    it.skip('needs Linux with the program script', () => {})
  })
}
