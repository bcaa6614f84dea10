import { chmodSync, closeSync, fstatSync, mkdirSync, openSync, readSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { inflateRawSync } from 'node:zlib'

// Numbers of APPNOTE.TXT, sections 4.3.7 (local file header), 4.3.12 (central directory), 4.3.16 (its end).
const END_SIGNATURE = 0x06054b50
const END_BYTES = 22
const MAX_COMMENT_BYTES = 0xffff
const ENTRY_BYTES = 46
const LOCAL_HEADER_BYTES = 30
const STORED = 0
const DEFLATED = 8

const FILE_TYPE = 0o170000
const SYMBOLIC_LINK = 0o120000

/**
 * Unpacks the entries that `placeOf` gives a place below `folder`; the others stay in the archive.
 *
 * In JavaScript since a bare system has no unzip. Archives past 4 GB (zip64) are not read.
 *
 * @param {(name: string) => string | undefined} placeOf
 */
export function unzip(archive, folder, placeOf) {
  const descriptor = openSync(archive, 'r')
  try {
    for (const entry of entriesOf(descriptor)) {
      const place = entry.name.endsWith('/') ? undefined : placeOf(entry.name)
      if (place !== undefined) writeEntry(entry, inside(folder, place), contentOf(descriptor, entry))
    }
  } finally {
    closeSync(descriptor)
  }
}

function entriesOf(descriptor) {
  const { size } = fstatSync(descriptor)
  const tail = bytesAt(
    descriptor,
    Math.max(0, size - END_BYTES - MAX_COMMENT_BYTES),
    Math.min(size, END_BYTES + MAX_COMMENT_BYTES)
  )
  let end = tail.length - END_BYTES
  while (end >= 0 && tail.readUInt32LE(end) !== END_SIGNATURE) end -= 1
  if (end < 0) throw new Error('not a zip archive, or one that was cut off')
  const directory = bytesAt(descriptor, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
  const entries = []
  for (let at = 0; at < directory.length;) {
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      method: directory.readUInt16LE(at + 10),
      packedBytes: directory.readUInt32LE(at + 20),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      offset: directory.readUInt32LE(at + 42),
      name: directory.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength)
    })
    at += ENTRY_BYTES + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

function contentOf(descriptor, { name, method, packedBytes, offset }) {
  const header = bytesAt(descriptor, offset, LOCAL_HEADER_BYTES)
  const start = offset + LOCAL_HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28)
  const packed = bytesAt(descriptor, start, packedBytes)
  if (method === STORED) return packed
  if (method === DEFLATED) return inflateRawSync(packed)
  throw new Error(`${name} is packed in a way (${method}) that is not read here`)
}

function writeEntry({ mode }, file, content) {
  mkdirSync(dirname(file), { recursive: true })
  if ((mode & FILE_TYPE) === SYMBOLIC_LINK) return symlinkSync(content.toString('utf8'), file)
  writeFileSync(file, content)
  if (mode & 0o777) chmodSync(file, mode & 0o777)
}

function inside(folder, place) {
  const clean = normalize(place)
  if (clean.startsWith('..')) throw new Error(`${place} leads out of the folder`)
  return join(folder, clean)
}

function bytesAt(descriptor, position, length) {
  const bytes = Buffer.allocUnsafe(length)
  let done = 0
  while (done < length) {
    const read = readSync(descriptor, bytes, done, length - done, position + done)
    if (read === 0) throw new Error('the archive was cut off')
    done += read
  }
  return bytes
}
