import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { configFile, readConfig } from '../../src/main/config-file.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

const station = { id: 'DOCK-1' }

describe('station.json as a file', () => {
  it('may have been written by an editor that begins a file with a byte order mark', () => {
    const folder = temporaryFolder()
    writeFileSync(configFile(folder), `\uFEFF${JSON.stringify({ station })}`)
    expect(readConfig(folder)).toMatchObject({ ok: true, config: { station } })
  })
})
