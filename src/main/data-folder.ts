import { join, resolve } from 'node:path'
import { StationError } from '../core/errors.ts'

/** The platform's own folder for the data of a program. */
export function platformDataFolder(
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
  home: string
): string {
  switch (platform) {
    case 'win32':
      return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), 'Dockside')
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Dockside')
    default:
      return join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'Dockside')
  }
}

export interface DataFolderChoice {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  /** The platform's own folder for the program's data. */
  readonly fallback: string
}

/** `--data DIR` or `--data=DIR`, else `DOCKSIDE_DATA`, else the platform's folder; always absolute. */
export function dataFolderOf({ argv, env, fallback }: DataFolderChoice): string {
  const at = argv.findIndex((argument) => argument === '--data' || argument.startsWith('--data='))
  const given = at < 0 ? undefined : argv[at]?.startsWith('--data=') ? argv[at].slice('--data='.length) : argv[at + 1]
  if (at >= 0 && (given === undefined || given === '')) {
    throw new StationError('usage', '--data needs a folder after it, as in --data /srv/dock-1.')
  }
  return resolve(given ?? (env['DOCKSIDE_DATA'] || fallback))
}
