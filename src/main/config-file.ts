import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StationError } from '../core/errors.ts'
import { DEFAULT_CONFIG, parseConfig, type ConfigReading, type StationConfig } from './config.ts'

export function configFile(dataFolder: string): string {
  return join(dataFolder, 'station.json')
}

/** Reads `station.json`; a folder without one has the default. A file that is no JSON is a problem, not a failure. */
export function readConfig(dataFolder: string): ConfigReading {
  const file = configFile(dataFolder)
  if (!existsSync(file)) return { ok: true, config: DEFAULT_CONFIG }
  const text = readText(file)
  try {
    return parseConfig(JSON.parse(text))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { ok: false, problems: [`${file} is not JSON: ${reason}`] }
  }
}

/** The settings of a command that cannot do without. Throws `config-invalid` where they are not usable. */
export function usableConfig(dataFolder: string): StationConfig {
  const reading = readConfig(dataFolder)
  if (reading.ok) return reading.config
  throw new StationError('config-invalid', `station.json is not usable: ${reading.problems.join('; ')}`)
}

/** What stands in `station.json`, usable or not: its JSON, or its text where it is none; null where there is no file. */
export function readConfigText(dataFolder: string): unknown {
  const file = configFile(dataFolder)
  if (!existsSync(file)) return null
  const text = readText(file)
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

/** Writes `station.json` whole or not at all. */
export function writeConfig(dataFolder: string, value: StationConfig): void {
  const file = configFile(dataFolder)
  const unfinished = `${file}.part`
  try {
    writeFileSync(unfinished, `${JSON.stringify(value, null, 2)}\n`)
    renameSync(unfinished, file)
  } catch (error) {
    throw new StationError(
      'data-folder-unusable',
      `${file} could not be written; the old settings stay in force. Check the folder's rights and space.`,
      { cause: error }
    )
  }
}

function readText(file: string): string {
  try {
    // Some editors on Windows begin a file with a byte order mark, which JSON does not know.
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    throw new StationError(
      'data-folder-unusable',
      `${file} cannot be read by this user. Correct its rights, then start again.`,
      { cause: error }
    )
  }
}
