import type { BrowserWindow } from 'electron'
import { app, dialog, session } from 'electron'
import { spawnSync } from 'node:child_process'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { StationError } from '../core/errors.ts'
import { readStartArguments } from './arguments.ts'
import { runCli } from './cli.ts'
import { dataFolderOf, platformDataFolder } from './data-folder.ts'
import { createDispatcher } from './ipc/dispatcher.ts'
import { answerRequests, sendEvent } from './ipc/electron.ts'
import { createWireErrors } from './ipc/wire-error.ts'
import { setMenu } from './menu.ts'
import { keepInputMethodAway } from './input-method.ts'
import { createPageServer } from './page.ts'
import { createPrintPages } from './print-pages.ts'
import { startSpoolProcess } from './spool-process.ts'
import { declarePageScheme, servePage } from './protocol.ts'
import type { Station } from './station.ts'
import { openStation } from './station.ts'
import { outliveBugs } from './uncaught.ts'
import { makeFolder } from './store/make-folder.ts'
import {
  chooseFile,
  closeSession,
  confine,
  createWindow,
  openFile,
  printPdf,
  raiseWindow,
  replayKeys
} from './window.ts'

const OUTPUT = join(import.meta.dirname, '..')
const CLOSE_TIMEOUT_MS = 10_000
const BOX_TIMEOUT_MS = 30_000
const DEBUGGER_SWITCHES = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address']
const HEADLESS_SWITCHES = ['--ozone-platform=headless', '--disable-gpu', '--log-level=3']

// Chromium does not run as root in its sandbox, and enabling it would drop the switch that says so. The page itself is
// sandboxed in any case, by the window's settings.
if (process.getuid?.() !== 0) app.enableSandbox()
declarePageScheme()
const { argv, isCommand } = readStartArguments(process.argv, app.isPackaged)

if (app.isPackaged && DEBUGGER_SWITCHES.some((name) => app.commandLine.hasSwitch(name))) {
  // No fuse covers Chromium's own debugger, which would hand the page and its bridge to any program of the machine.
  leave('Dockside does not start with a remote debugger. Leave out the --remote-debugging switches.', 1)
} else {
  void (isCommand ? runCommand() : runWindow()).catch(explain)
}

/** Reading and writing rows needs no display, but Chromium on Linux chooses one before this file runs: begin again. */
async function runCommand(): Promise<void> {
  if (process.platform === 'linux' && app.commandLine.getSwitchValue('ozone-platform') !== 'headless') {
    const again = spawnSync(process.execPath, [...HEADLESS_SWITCHES, ...process.argv.slice(1)], { stdio: 'inherit' })
    return app.exit(again.status ?? 1)
  }
  app.exit(await runCli(argv, process))
}

async function runWindow(): Promise<void> {
  const fallback = platformDataFolder(process.platform, process.env, homedir())
  const dataFolder = dataFolderOf({ argv, env: process.env, fallback })
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return leave('Dockside needs a display for its window. Start it from a desktop, or with xvfb-run -a.', 1)
  }
  if (!holdWindow(dataFolder)) return leave(`Dockside already runs on ${dataFolder}; its window was raised.`, 0)

  app.on('web-contents-created', (_event, contents) => confine(contents))
  await app.whenReady()
  setMenu()
  closeSession(session.defaultSession)
  const pages = createPrintPages(createPageServer(join(OUTPUT, 'renderer')))
  servePage((request) => pages.serve(request))

  const inputMethod = keepInputMethodAway(process.env)
  // The page loads in a process of its own while the station opens here.
  let station: Station | undefined
  const window = createWindow({
    preload: join(OUTPUT, 'preload', 'index.cjs'),
    keyboard: () => station?.keyboard,
    inFront: (isInFront) => station?.inFront(isInFront),
    pageGone: () => station?.pageGone()
  })
  const painted = new Promise<void>((resolve) => window.once('ready-to-show', resolve))
  app.on('second-instance', () => raiseWindow(window))
  const opening = openStation({
    dataFolder,
    version: app.getVersion(),
    workers: join(OUTPUT, 'main'),
    startSpoolHelper: () => startSpoolProcess(join(OUTPUT, 'main', 'windows-spool.cjs')),
    replayKeys: (strokes) => replayKeys(window.webContents, strokes),
    keymap: inputMethod?.keymap,
    desktop: {
      chooseFile: (suggestion) => chooseFile(window, suggestion),
      openFile: (wanted) => openFile(window, wanted),
      async printPdf({ html, footer }) {
        const page = pages.publish(html)
        return await printPdf(page.url, footer).finally(() => page.withdraw())
      }
    }
  })
  const dispatch = opening.then(({ api, log }) =>
    createDispatcher(
      api,
      createWireErrors((error) => log.error('bug', error))
    )
  )
  answerRequests(window.webContents, dispatch)
  await dispatch
  station = await opening
  outliveBugs(station.log, (words) => void dialog.showMessageBox({ type: 'error', title: 'Dockside', ...words }))
  if (!station.keyboard) inputMethod?.letIn()
  station.onEvent((name, payload) => sendEvent(window.webContents, name, payload))
  closeBeforeQuitting(station, window)
  await painted
  window.show()
}

/** One window for each data folder: Electron ties its lock to where the window keeps its own files. */
function holdWindow(dataFolder: string): boolean {
  const windowFolder = join(dataFolder, 'window')
  try {
    makeFolder(windowFolder)
  } catch (error) {
    throw new StationError(
      'data-folder-unusable',
      `The data folder ${dataFolder} cannot be written to: it or its parent is missing or read-only, or a file stands in its place. Correct that, or choose another with --data.`,
      { cause: error }
    )
  }
  app.setPath('userData', windowFolder)
  return app.requestSingleInstanceLock()
}

/**
 * Quitting while node-hid still holds a scanner crashes the process, so the devices are closed first. The window waits
 * too: once none is left, Electron no longer runs the timers that closing may need.
 */
function closeBeforeQuitting(station: Station, window: BrowserWindow): void {
  let closing: Promise<void> | undefined
  let closed = false
  const hold = (event: { preventDefault(): void }): void => {
    if (closed) return
    event.preventDefault()
    closing ??= closeStation(station).finally(() => {
      closed = true
      app.quit()
    })
  }
  app.on('before-quit', hold)
  window.on('close', hold)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
}

/** Never rejects and never waits for good: what cannot be closed ends with the process. */
async function closeStation(station: Station): Promise<void> {
  const timer = globalThis.setTimeout(() => leave('Dockside could not close its devices in time.', 1), CLOSE_TIMEOUT_MS)
  try {
    await station.close()
  } catch (error) {
    station.log.error('station-not-closed', error)
  }
  clearTimeout(timer)
}

/**
 * Says on the terminal and on the screen why Dockside does not start, then ends. The box does not stay for good: started
 * by a script, nobody may be there to close it, and the next start shows it again.
 */
async function explain(failure: unknown): Promise<void> {
  const message = failure instanceof Error ? failure.message : String(failure)
  process.stderr.write(`${message}\n`)
  if (!isCommand) {
    await app.whenReady()
    const box = dialog.showMessageBox({
      type: 'error',
      title: 'Dockside',
      message: 'Dockside cannot start',
      detail: message
    })
    await Promise.race([box, setTimeout(BOX_TIMEOUT_MS)])
  }
  app.exit(1)
}

function leave(message: string, status: number): void {
  process.stderr.write(`${message}\n`)
  app.exit(status)
}
