import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { PROJECT_ROOT } from '../../scripts/project.ts'
import { launchStation } from './launch.ts'

test('the helper for the print queues of Windows answers as a process of Electron’s, with what Windows lacks here', async () => {
  test.skip(process.platform === 'win32', 'Windows has what it asks for')
  const station = await launchStation()
  const reply = await station.app.evaluate(
    async ({ utilityProcess }, file) => {
      const helper = utilityProcess.fork(file, [], { stdio: 'ignore' })
      const answered = new Promise((resolve) => helper.once('message', resolve))
      helper.postMessage({ id: 7, question: { what: 'queues' } })
      const reply: unknown = await answered
      helper.kill()
      return reply
    },
    join(PROJECT_ROOT, 'out', 'main', 'windows-spool.cjs')
  )
  expect(reply).toEqual({
    id: 7,
    answer: { kind: 'failed', code: 0, began: false, message: expect.stringContaining('Failed to load shared library') }
  })
  await station.close()
})
