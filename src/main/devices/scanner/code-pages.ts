/** Code page 437, 0x80 to 0xFF: what Alt and a number without a leading zero give. */
const CODE_PAGE_437 = [
  'ÇüéâäàåçêëèïîìÄÅ',
  'ÉæÆôöòûùÿÖÜ¢£¥₧ƒ',
  'áíóúñÑªº¿⌐¬½¼¡«»',
  '░▒▓│┤╡╢╖╕╣║╗╝╜╛┐',
  '└┴┬├─┼╞╟╚╔╩╦╠═╬╧',
  '╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀',
  'αßΓπΣσµτΦΘΩδ∞φε∩',
  '≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'
].join('')

export function codePage437Character(byte: number): string {
  return CODE_PAGE_437.charAt(byte - 0x80)
}

export function windows1252Character(byte: number): string {
  return new TextDecoder('windows-1252').decode(Uint8Array.of(byte))
}
