import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The file of a worker thread or process, bundled beside the program or as it stands in the source.
 *
 * @param folder where the running program's own file is
 */
export function workerFile(folder: string, name: string): string {
  const bundled = join(folder, `${name}.cjs`)
  return existsSync(bundled) ? bundled : join(folder, 'workers', `${name}.ts`)
}
