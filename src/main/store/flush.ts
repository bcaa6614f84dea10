import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Has the drive write what is in a file. */
export function flushFile(file: string): void {
  flush(file, 'r+')
}

/** The name must outlive a power cut as well as the bytes. Windows has no such thing for folders, and needs none. */
export function flushFolder(folder: string): void {
  if (process.platform !== 'win32') flush(folder, 'r')
}

function flush(path: string, flags: string): void {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
