import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { SpoolHelper } from './windows-spooler.ts'
import { WINDOWS_SCRIPT } from './windows-script.ts'

/** Windows PowerShell, which each Windows has. The script goes along encoded: no file of it lies about. */
export function powershellCommand(): { readonly program: string; readonly args: readonly string[] } {
  const encoded = Buffer.from(WINDOWS_SCRIPT, 'utf16le').toString('base64')
  return {
    program: 'powershell.exe',
    args: ['-NoLogo', '-NoProfile', '-NonInteractive', '-EncodedCommand', encoded]
  }
}

export function startPowershell(): SpoolHelper {
  const { program, args } = powershellCommand()
  const helper = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'], windowsHide: true })
  const lines = createInterface({ input: helper.stdout })
  // What it cannot take any more is answered by its end.
  helper.stdin.on('error', () => {})
  let onEnd = (): void => {}
  let hasEnded = false
  const end = (): void => {
    if (hasEnded) return
    hasEnded = true
    onEnd()
  }
  helper.once('error', end)
  helper.once('close', end)
  return {
    send: (line) => void helper.stdin.write(`${line}\n`),
    onLine: (listener) => void lines.on('line', listener),
    onEnd: (listener) => {
      onEnd = listener
    }
  }
}
