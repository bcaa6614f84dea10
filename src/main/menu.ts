import { app, Menu } from 'electron'

/**
 * Takes away Electron's default menu and with it every accelerator: a barcode read by a keyboard scanner can press
 * Ctrl+R, Ctrl+W or F12 as well as letters. macOS keeps the entries that its text fields and its quitting depend on.
 */
export function setMenu(): void {
  if (process.platform !== 'darwin') {
    Menu.setApplicationMenu(null)
    return
  }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: app.name, submenu: [{ role: 'about' }, { type: 'separator' }, { role: 'hide' }, { role: 'quit' }] },
      { role: 'editMenu' }
    ])
  )
}
