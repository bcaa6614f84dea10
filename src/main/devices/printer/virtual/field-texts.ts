/**
 * The texts of a format's fields, in order, with the hexadecimal of `^FH` resolved: what stands on the label or in its
 * symbols. Code 128 keeps its invocation sequences (`>;`), which only its own rules resolve.
 *
 * ZPL II Programming Guide: `^FH` goes before the `^FD` or `^FV` it acts on and may name its indicator, `_` by default;
 * `^FS` ends it.
 */
export function fieldTexts(format: Uint8Array): readonly string[] {
  const zpl = Buffer.from(format).toString('latin1')
  const texts: string[] = []
  let indicator: string | undefined
  for (const [, command = '', parameters = ''] of zpl.matchAll(/\^([A-Za-z0-9@]{2})([^^]*)/g)) {
    switch (command.toUpperCase()) {
      case 'FH':
        indicator = parameters.charAt(0).trim() || '_'
        break
      case 'FD':
      case 'FV':
        texts.push(indicator === undefined ? parameters : unescape(parameters, indicator))
        break
      case 'FS':
        indicator = undefined
        break
    }
  }
  return texts
}

function unescape(text: string, indicator: string): string {
  const bytes: number[] = []
  for (let index = 0; index < text.length; index += 1) {
    const digits = text.slice(index + 1, index + 3)
    if (text.charAt(index) === indicator && /^[0-9A-Fa-f]{2}$/.test(digits)) {
      bytes.push(Number.parseInt(digits, 16))
      index += 2
    } else bytes.push(text.charCodeAt(index))
  }
  return Buffer.from(bytes).toString('utf8')
}
