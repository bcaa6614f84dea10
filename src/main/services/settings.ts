import { StationError } from '../../core/errors.ts'
import type { BackupsView, SaveSettingsResult, SettingsView } from '../../ipc/views.ts'
import { configFile, readConfig, readConfigText, writeConfig } from '../config-file.ts'
import { parseConfig } from '../config.ts'

/** `station.json` for the settings screen, also while it is not usable. */
export function settingsView(dataFolder: string, openedWith: unknown, backups: BackupsView): SettingsView {
  const reading = readConfig(dataFolder)
  const config = reading.ok ? reading.config : readConfigText(dataFolder)
  return {
    config,
    path: configFile(dataFolder),
    problems: reading.ok ? [] : reading.problems,
    restartNeeded: JSON.stringify(config) !== JSON.stringify(openedWith),
    backups
  }
}

/** Writes `station.json` if it is right. It takes effect at the next start. */
export function saveSettings(dataFolder: string, config: unknown): SaveSettingsResult {
  const reading = parseConfig(config)
  if (!reading.ok) return { ok: false, problems: reading.problems }
  writeConfig(dataFolder, reading.config)
  return { ok: true }
}

/** What everything that writes is answered with while the settings are not usable. */
export function readOnlyFailure(problems: readonly string[]): StationError {
  return new StationError(
    'read-only',
    `The station is read-only, because its settings are not usable: ${problems.join('; ')}. Correct them in Settings, then start it again.`
  )
}
