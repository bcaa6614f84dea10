import { rmSync } from 'node:fs'
import type { Locator } from 'playwright'
import { expect, test } from 'playwright/test'
import { hasPseudoTerminals, openPseudoTerminal } from '../helpers/pseudo-terminal.ts'
import { goTo } from './dock/look.ts'
import { takePicture } from './dock/picture.ts'
import { createDataFolder, launchStation } from './launch.ts'

test.skip(!hasPseudoTerminals(), 'needs Linux with the program script')

async function choose(card: Locator, label: string, choice: string): Promise<void> {
  await card.getByRole('combobox', { name: label }).click()
  await card.page().getByRole('option', { name: choice, exact: true }).click()
}

test('a serial scanner is added in the settings, read after the next start, and missed when it is pulled', async () => {
  const cable = await openPseudoTerminal()
  const dataFolder = createDataFolder({
    station: { id: 'DOCK-1', site: 'BER', location: 'DOCK' },
    scanners: [{ id: 'portal', type: 'tcp', connect: '127.0.0.1:2001', suffix: 'none' }]
  })
  try {
    const first = await launchStation({ dataFolder })
    try {
      const settings = await goTo(first.page, 'Settings')
      await settings.getByRole('button', { name: 'Add a scanner' }).click()
      const card = settings.getByRole('group', { name: 'Scanner', exact: true })
      await choose(card, 'Connected by', 'Serial scanner (COM, USB CDC)')
      await card.getByLabel('Only this port or device').fill(cable.path)
      await card.getByLabel('Speed, bit/s').fill('115200')
      await choose(card, 'Ends each scan with', 'ETX')
      await card.getByLabel('Name', { exact: true }).fill('cable')
      await settings.getByRole('button', { name: 'Save' }).click()
      await expect(settings.getByRole('status')).toContainText('Saved.')
      await takePicture(first.page, 'scanner-serial')
    } finally {
      await first.close()
    }

    const second = await launchStation({ dataFolder })
    const { page } = second
    try {
      const devices = page.getByRole('contentinfo', { name: 'Devices' })
      await expect(devices).toContainText('1 of 2 scanners ready')
      await cable.send(Buffer.from('\u0002NO-SUCH-THING\u0003\r\n'))
      const lastScan = page.getByLabel('Last scan')
      await expect(lastScan).toContainText('NO-SUCH-THING')
      await expect(lastScan).toContainText('cable')
      await cable.pull()
      await expect(devices).toContainText('No scanner is ready')
    } finally {
      await second.close()
    }
  } finally {
    await cable.pull()
    rmSync(dataFolder, { recursive: true, force: true })
  }
})
