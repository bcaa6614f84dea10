/**
 * A scanned text whole, each control character as its own picture: `␝` for GS, `␞` for RS, `␄` for EOT (Unicode, block
 * Control Pictures). Those of Latin-1 have none, and stand as `<85>`.
 */
export function pictured(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, (character) => {
    const code = character.charCodeAt(0)
    if (code < 0x20) return String.fromCharCode(0x2400 + code)
    return code === 0x7f ? '␡' : `<${code.toString(16).toUpperCase()}>`
  })
}
