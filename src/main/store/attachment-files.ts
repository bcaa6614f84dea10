import { createHash } from 'node:crypto'
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { join, parse } from 'node:path'
import { StationError } from '../../core/errors.ts'
import { flushFolder } from './flush.ts'
import { makeFolder } from './make-folder.ts'

/** Where a data folder keeps the files of issues: each under the SHA-256 of its bytes, in lower-case hexadecimal. */
export function attachmentFolder(dataFolder: string): string {
  return join(dataFolder, 'attachments')
}

/**
 * Keeps a file under its hash and gives the hash. It is on disk when this returns, before any row names it; the same
 * bytes are kept once, and a file that is there is never written over.
 */
export function keepAttachment(folder: string, bytes: Uint8Array): string {
  const sha256 = hashOf(bytes)
  const file = join(folder, sha256)
  try {
    makeFolder(folder)
    if (!existsSync(file)) writeWhole(folder, file, bytes)
  } catch (error) {
    throw unkept(folder, error)
  }
  if (attachmentState(folder, sha256) !== 'whole') {
    throw new StationError(
      'data-folder-unusable',
      `A file with these very bytes was kept before and is not what it was: ${file}. It is not written over. Run dockside verify, and put back the file from a backup.`
    )
  }
  return sha256
}

/** The bytes of a kept file. Throws where it is gone or is no longer what it was. */
export function readAttachment(folder: string, sha256: string): Uint8Array {
  const bytes = readKept(join(folder, sha256))
  if (bytes !== undefined && hashOf(bytes) === sha256) return bytes
  throw new StationError(
    'file-unreadable',
    `The file ${join(folder, sha256)} ${bytes === undefined ? 'is gone or cannot be read' : 'was altered'}. Put it back from a backup; dockside verify names every such file.`
  )
}

export type AttachmentState = 'whole' | 'missing' | 'altered'

export function attachmentState(folder: string, sha256: string): AttachmentState {
  const bytes = readKept(join(folder, sha256))
  if (bytes === undefined) return 'missing'
  return hashOf(bytes) === sha256 ? 'whole' : 'altered'
}

/**
 * Writes a copy for people into a folder, under its name or, where that is taken, under the name with a number.
 *
 * @returns the file that was written
 */
export function copyAttachment(folder: string, sha256: string, target: string, name: string): string {
  readAttachment(folder, sha256)
  const { name: base, ext } = parse(name)
  try {
    makeFolder(target)
    for (let number = 1; ; number += 1) {
      const file = join(target, number === 1 ? name : `${base} (${number})${ext}`)
      if (existsSync(file)) continue
      copyFileSync(join(folder, sha256), file, constants.COPYFILE_EXCL)
      return file
    }
  } catch (error) {
    throw unkept(target, error)
  }
}

function writeWhole(folder: string, file: string, bytes: Uint8Array): void {
  const unfinished = `${file}.part`
  try {
    const handle = openSync(unfinished, 'w')
    try {
      writeFileSync(handle, bytes)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(unfinished, file)
    flushFolder(folder)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

/**
 * Copies kept files from one folder to another, each checked by its hash.
 *
 * @returns those that are gone from the first or altered there
 */
export function bringAttachments(from: string, to: string, files: readonly string[]): readonly string[] {
  const missing: string[] = []
  for (const sha256 of files) {
    if (attachmentState(from, sha256) === 'whole') keepAttachment(to, readAttachment(from, sha256))
    else missing.push(sha256)
  }
  return missing
}

function readKept(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function unkept(folder: string, cause: unknown): StationError {
  if (cause instanceof StationError) return cause
  const isFull = cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC'
  return new StationError(
    isFull ? 'disk-full' : 'data-folder-unusable',
    isFull
      ? `The disk is full, so the file was not kept in ${folder}. Nothing else was changed. Free some space, then add the file again.`
      : `The file could not be written to ${folder}. Nothing else was changed. Check the folder's rights, then add the file again.`,
    { cause }
  )
}
