import type { Log } from './log.ts'

const WORDS = {
  message: 'The program has made a mistake',
  detail:
    'What was scanned and received until now is kept. If scanners, printers or screens do not answer any more, quit Dockside and start it again. Send the logs folder to whoever looks after the station.'
}

/**
 * Logs what nothing caught, with its stack, and goes on: what is decided is on disk, and a station that ends takes the
 * scanners with it. Said once, since a bug that comes again and again would bury the window in boxes.
 */
export function outliveBugs(log: Log, say: (words: typeof WORDS) => void): void {
  let isSaid = false
  const tell = (bug: unknown): void => {
    log.error('bug', bug)
    if (!isSaid) say(WORDS)
    isSaid = true
  }
  process.on('uncaughtException', tell)
  process.on('unhandledRejection', tell)
}
