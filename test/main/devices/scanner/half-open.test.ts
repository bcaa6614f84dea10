import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const PROGRAM = fileURLToPath(new URL('../../../helpers/lose-power.ts', import.meta.url))

/** A network of its own, which the program may take down: Linux, as administrator. */
const hasNetworks =
  process.platform === 'linux' && spawnSync('unshare', ['-n', 'ip', 'link', 'set', 'lo', 'up']).status === 0

describe.runIf(hasNetworks)('network scanners that lose their power', () => {
  it('are noticed, whoever connected, though no goodbye comes; half a scan is told', async () => {
    const program = spawn('unshare', ['-n', process.execPath, PROGRAM], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    program.stdout.setEncoding('utf8').on('data', (chunk: string) => (said += chunk))
    const status = await new Promise((resolve) => program.once('exit', resolve))
    expect(status).toBe(0)
    expect(said.trim().split('\n')).toEqual([
      'listening: SN-1',
      'connecting: SN-2',
      'the power is lost',
      'listening: incomplete SN-',
      'both noticed'
    ])
  })
})
