import { readdirSync } from 'node:fs'

/** The serials on the labels that came out of a virtual printer into this folder, in order. */
export function serialsOn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.zpl'))
    .toSorted((a, b) => a.localeCompare(b))
    .map((name) => /FC7C-\d+/.exec(name)?.[0] ?? name)
}
