import {
  lstatSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unzip } from '../../scripts/setup/unzip.mjs'

interface Member {
  readonly name: string
  readonly content: string
  readonly mode?: number
  readonly stored?: boolean
}

/** A zip archive as APPNOTE.TXT lays it out: local headers with their data, the central directory, its end. */
function zipOf(members: readonly Member[], comment = ''): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, mode = 0o100644, stored = false } of members) {
    const data = stored ? Buffer.from(content) : deflateRawSync(content)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(name.length, 26)
    local.writeUInt16LE(4, 28)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(stored ? 0 : 8, 10)
    entry.writeUInt32LE(crc32(content), 16)
    entry.writeUInt32LE(data.length, 20)
    entry.writeUInt32LE(content.length, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE((mode << 16) >>> 0, 38)
    entry.writeUInt32LE(offset, 42)
    directory.push(entry, Buffer.from(name))
    parts.push(local, Buffer.from(name), Buffer.alloc(4), data)
    offset += 30 + name.length + 4 + data.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt32LE(index.length, 12)
  end.writeUInt32LE(offset, 16)
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([...parts, index, end, Buffer.from(comment)])
}

describe('unpacking an archive', () => {
  let folder: string
  let archive: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'unzip-'))
    archive = join(folder, 'archive.zip')
  })

  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  function unpack(members: readonly Member[], placeOf: (name: string) => string | undefined = (name) => name): string {
    writeFileSync(archive, zipOf(members, 'a comment at the end'))
    unzip(archive, join(folder, 'out'), placeOf)
    return join(folder, 'out')
  }

  it('writes packed and stored files where they belong, with their rights', () => {
    const out = unpack([
      { name: 'bin/', content: '', stored: true },
      { name: 'bin/run', content: 'x'.repeat(10_000), mode: 0o100755 },
      { name: 'note.txt', content: 'hello', stored: true }
    ])
    expect(readFileSync(join(out, 'bin', 'run'), 'utf8')).toBe('x'.repeat(10_000))
    expect(statSync(join(out, 'bin', 'run')).mode & 0o777).toBe(0o755)
    expect(readFileSync(join(out, 'note.txt'), 'utf8')).toBe('hello')
  })

  it('keeps symbolic links', () => {
    const out = unpack([{ name: 'link', content: 'note.txt', mode: 0o120777, stored: true }])
    expect(lstatSync(join(out, 'link')).isSymbolicLink()).toBe(true)
    expect(readlinkSync(join(out, 'link'))).toBe('note.txt')
  })

  it('leaves out what has no place, and renames what has another', () => {
    const members = ['App/App', 'App/big.bin', 'App/lib.so'].map((name) => ({ name, content: name }))
    const out = unpack(members, (name) =>
      name === 'App/App' ? 'electron' : name.endsWith('.so') ? 'lib.so' : undefined
    )
    expect(readdirSync(out).sort((a, b) => a.localeCompare(b))).toEqual(['electron', 'lib.so'])
  })

  it('writes nothing outside of its folder', () => {
    expect(() => unpack([{ name: '../outside.txt', content: 'x' }])).toThrow('leads out')
    expect(readdirSync(folder)).toEqual(['archive.zip'])
  })

  it('says when an archive was cut off', () => {
    writeFileSync(archive, zipOf([{ name: 'note.txt', content: 'hello' }]).subarray(0, 40))
    expect(() => unzip(archive, join(folder, 'out'), (name) => name)).toThrow('cut off')
  })
})
