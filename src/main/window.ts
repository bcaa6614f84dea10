import type { Session, WebContents } from 'electron'
import { app, BrowserWindow, dialog, nativeTheme } from 'electron'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { KeyStroke } from './devices/scanner/key-stroke.ts'
import { keyStrokeOf, replayEventsOf } from './devices/scanner/key-stroke.ts'
import { PAGE_URL } from './page.ts'
import type { FileSuggestion, WantedFile } from './services/desktop.ts'

export interface WindowOptions {
  /** The bundled preload script. */
  readonly preload: string
  /** What takes key strokes before the page does, while there is such a thing. */
  readonly keyboard: () => { key(stroke: KeyStroke): 'hold' | 'pass' } | undefined
  /** Told when the window comes to the front, or something else does: another program, or a dialog of the system. */
  readonly inFront: (isInFront: boolean) => void
  /** Told when the page's process has ended. */
  readonly pageGone: () => void
}

const BACKGROUND = { light: '#eef2f4', dark: '#0c1319' } as const

/** Creates the station's window, hidden, and begins to load its page. */
export function createWindow({ preload, keyboard, inFront, pageGone }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Dockside',
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      devTools: false,
      spellcheck: false,
      // Scans go on while another window covers this one, and its screen and sounds must follow.
      backgroundThrottling: false,
      // A scan sounds though nobody ever clicked.
      autoplayPolicy: 'no-user-gesture-required'
    }
  })
  window.on('focus', () => inFront(true))
  window.on('blur', () => inFront(false))
  const { webContents } = window
  webContents.on('before-input-event', (event, input) => {
    if (keyboard()?.key(keyStrokeOf(input, performance.now())) === 'hold') event.preventDefault()
  })
  webContents.on('render-process-gone', (_event, { reason }) => {
    pageGone()
    // The station itself is in this process and goes on; the window shows it again.
    if (reason !== 'clean-exit') void window.loadURL(PAGE_URL)
  })
  void window.loadURL(PAGE_URL)
  return window
}

/** Plays key strokes into the page that turned out to be a person's. */
export function replayKeys(contents: WebContents, strokes: readonly KeyStroke[]): void {
  if (contents.isDestroyed()) return
  for (const event of strokes.flatMap(replayEventsOf)) contents.sendInputEvent(event)
}

export function raiseWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** Asks where a file shall be written, in front of the window. */
export async function chooseFile(
  window: BrowserWindow,
  { name, kind, extension }: FileSuggestion
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Save as',
    defaultPath: join(app.getPath('documents'), name),
    filters: [{ name: kind, extensions: [extension] }]
  })
  return canceled || filePath === '' ? null : filePath
}

/** Asks which file shall be read, in front of the window. */
export async function openFile(window: BrowserWindow, { kind, extensions }: WantedFile): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Open',
    defaultPath: app.getPath('documents'),
    properties: ['openFile'],
    filters: [{ name: kind, extensions: [...extensions] }]
  })
  return canceled ? null : (filePaths[0] ?? null)
}

/** Lays one of the app's own pages out on A4, in a window that nobody sees and that runs no script. */
export async function printPdf(url: string, footer: string): Promise<Uint8Array> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      devTools: false
    }
  })
  try {
    await window.loadURL(url)
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: footer,
      margins: { top: 0.6, bottom: 0.75, left: 0.55, right: 0.55 },
      generateTaggedPDF: true,
      generateDocumentOutline: true
    })
  } finally {
    window.destroy()
  }
}

/** Keeps a page where it is: no navigation, no window, no frame or guest from elsewhere. */
export function confine(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Refuses what Chromium would grant a page by default: permissions, devices, downloads and the network. */
export function closeSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !details.url.startsWith(PAGE_URL) }))
}
