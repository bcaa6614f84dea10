import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packagesMatch } from '../../scripts/setup/packages.mjs'

interface LockedPackage {
  readonly version: string
  readonly integrity?: string
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
}

const react: LockedPackage = { version: '19.3.1', integrity: 'sha512-a' }
const forHere: LockedPackage = { version: '24.0.0', optional: true, os: [process.platform], cpu: [process.arch] }
const forElsewhere: LockedPackage = { version: '1.0.0', optional: true, os: ['plan9'], cpu: ['mips'] }

describe('whether the packages are those of the lockfile', () => {
  let root: string

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'packages-'))
  })

  afterEach(() => rmSync(root, { recursive: true, force: true }))

  function matches(
    wanted: Readonly<Record<string, LockedPackage>>,
    installed?: Readonly<Record<string, LockedPackage>>
  ): boolean {
    writeFileSync(
      join(root, 'package-lock.json'),
      JSON.stringify({ packages: { '': { version: '0.1.0' }, ...wanted } })
    )
    if (installed) {
      mkdirSync(join(root, 'node_modules'), { recursive: true })
      writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }))
    }
    return packagesMatch(root)
  }

  it('holds when each is there', () => {
    expect(matches({ 'node_modules/react': react }, { 'node_modules/react': react })).toBe(true)
  })

  it.each([
    ['nothing is installed', undefined],
    ['one is missing', {}],
    ['one has another version', { 'node_modules/react': { ...react, version: '19.3.0' } }],
    ['one has another content', { 'node_modules/react': { ...react, integrity: 'sha512-b' } }],
    ['one is there that is not wanted', { 'node_modules/react': react, 'node_modules/left-pad': react }]
  ])('does not hold when %s', (_case, installed) => {
    expect(matches({ 'node_modules/react': react }, installed)).toBe(false)
  })

  it('does not miss the packages of other platforms, but those of this one', () => {
    expect(matches({ 'node_modules/a': forElsewhere }, {})).toBe(true)
    expect(matches({ 'node_modules/a': forHere }, {})).toBe(false)
  })
})
