import { readFileSync } from 'node:fs'

/** What an asar archive holds. */
export interface Archive {
  /** Paths from its root, with `/`, those kept beside the archive included. */
  readonly files: readonly string[]
  text(file: string): string
}

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>
  readonly size?: number
  readonly offset?: string
  readonly unpacked?: boolean
}

/** Reads an archive as Electron lays it out: two nested pickles around a JSON header, then the files one after another. */
export function readArchive(path: string): Archive {
  const bytes = readFileSync(path)
  const contentStart = 8 + bytes.readUInt32LE(4)
  const root = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))) as Entry
  const entries = new Map(entriesBelow(root, ''))
  return {
    files: [...entries.keys()],
    text(file) {
      const { offset, size = 0 } = entries.get(file) ?? {}
      if (offset === undefined) throw new Error(`${file} is not inside ${path}`)
      const start = contentStart + Number(offset)
      return bytes.toString('utf8', start, start + size)
    }
  }
}

function entriesBelow({ files = {} }: Entry, prefix: string): [string, Entry][] {
  return Object.entries(files).flatMap(([name, entry]): [string, Entry][] =>
    entry.files ? entriesBelow(entry, `${prefix}${name}/`) : [[`${prefix}${name}`, entry]]
  )
}
