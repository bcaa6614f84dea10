/** What an accent writes when it stands alone, as it does before a blank. */
const ALONE: ReadonlyMap<string, string> = new Map([
  ['\u0300', '`'],
  ['\u0301', '´'],
  ['\u0302', '^'],
  ['\u0303', '~'],
  ['\u0306', '˘'],
  ['\u0307', '˙'],
  ['\u0308', '¨'],
  ['\u030a', '°'],
  ['\u030b', '˝'],
  ['\u030c', 'ˇ'],
  ['\u0327', '¸'],
  ['\u0328', '˛']
])

const ACCENT = new RegExp(`([${[...ALONE.keys()].join('')}])([^]?)`, 'gu')

/** Dead keys put together with what was typed after them: `^` and `e` are `ê`, `^` and a blank are `^` alone. */
export function composeAccents(text: string): string {
  return text.replace(ACCENT, (_, accent: string, next: string) => {
    const composed = `${next}${accent}`.normalize('NFC')
    if (next !== '' && next !== ' ' && Array.from(composed).length === 1) return composed
    return `${ALONE.get(accent) ?? accent}${next === ' ' ? '' : next}`
  })
}
