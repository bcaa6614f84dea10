import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PROJECT_ROOT } from './project.ts'
import { gist, run } from './setup/terminal.mjs'

/** Runs a program and returns what it printed. Throws, with the gist of it, when it fails. */
export function must(command: string, args: readonly string[], folder = PROJECT_ROOT): string {
  const { ok, output } = run(command, [...args], { cwd: folder })
  if (!ok) throw new Error(`${command} ${args[0]} failed: ${gist(output, 3)}`)
  return output
}

export function hasPrograms(names: readonly string[]): boolean {
  return names.every((name) => run('sh', ['-c', `command -v ${name}`]).ok)
}

/** Downloads a Debian package and unpacks its files into a folder; nothing of it is installed. */
export function unpackPackage(name: string, folder: string): void {
  const download = mkdtempSync(join(folder, 'download-'))
  must('apt-get', ['download', '-q', name], download)
  const file = readdirSync(download).find((entry) => entry.endsWith('.deb'))
  if (file === undefined) throw new Error(`${name} was not downloaded`)
  must('dpkg', ['-x', join(download, file), folder])
  rmSync(download, { recursive: true })
}

/** Fills a folder whole or not at all: one that was cut off while it was filled would be taken for a good one. */
export function fillFolder(folder: string, fill: (folder: string) => void): void {
  if (existsSync(folder)) return
  mkdirSync(dirname(folder), { recursive: true })
  const unfinished = mkdtempSync(`${folder}.part-`)
  try {
    fill(unfinished)
    renameSync(unfinished, folder)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}
