import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCli } from '../../src/main/cli.ts'

const SAMPLE = fileURLToPath(new URL('../../resources/sample', import.meta.url))

/** Imports the sample's parts, places and orders into a data folder, as an integrator would. */
export async function importSample(dataFolder: string): Promise<void> {
  for (const kind of ['parts', 'locations', 'orders']) {
    const said: string[] = []
    const write = (text: string): unknown => said.push(text)
    const status = await runCli(['--data', dataFolder, 'import', kind, join(SAMPLE, `${kind}.csv`)], {
      stdout: { write },
      stderr: { write },
      env: {},
      platform: 'linux'
    })
    if (status !== 0) throw new Error(`The sample's ${kind} could not be imported: ${said.join('')}`)
  }
}
