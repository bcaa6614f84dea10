import { constants } from 'node:fs'
import { access } from 'node:fs/promises'

/** `gone`: pulled, or it never was. `no-permission`: this user may not. `refused`: held by another program, or worse. */
export type OpenProblem = 'gone' | 'no-permission' | 'refused'

/** One device cannot be opened; others may. */
export class DeviceOpenError extends Error {
  override readonly name = 'DeviceOpenError'
  readonly problem: OpenProblem

  constructor(problem: OpenProblem, path: string, cause?: unknown) {
    super(`The device ${path} cannot be opened: ${describeProblem(problem)}.`, { cause })
    this.problem = problem
  }
}

/** Libraries do not tell why they could not open a device; the file that stands for it does, where there is one. */
export async function openProblemOf(path: string): Promise<OpenProblem> {
  if (!path.startsWith('/dev/')) return 'refused'
  try {
    await access(path, constants.R_OK | constants.W_OK)
    return 'refused'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'gone' : 'no-permission'
  }
}

function describeProblem(problem: OpenProblem): string {
  switch (problem) {
    case 'gone':
      return 'it is not there any more'
    case 'no-permission':
      return 'this user may not read it'
    case 'refused':
      return 'another program may hold it'
  }
}
