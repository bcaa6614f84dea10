import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

export const PROJECT_ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/** Where whoever called `npm run` stands: npm itself goes to the project, and relative paths mean the caller's. */
export function callerFolder(): string {
  return process.env['INIT_CWD'] ?? process.cwd()
}
