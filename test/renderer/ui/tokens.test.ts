import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const CSS = readFileSync(join(import.meta.dirname, '../../../src/renderer/src/ui/tokens.css'), 'utf8')

/** Text and what it stands on, as the screens pair them. */
const PAIRS: readonly (readonly [ink: string, surface: string])[] = [
  ...['app', 'panel', 'raised', 'selected', 'hover'].flatMap((surface) => [
    ['ink', `surface-${surface}`] as const,
    ['ink-quiet', `surface-${surface}`] as const
  ]),
  ...['good', 'wait', 'warn', 'bad'].flatMap((tone) => [
    [tone, 'surface-panel'] as const,
    [tone, `${tone}-surface`] as const,
    ['ink', `${tone}-surface`] as const
  ]),
  ['bad', 'surface-app'],
  ['accent', 'surface-panel'],
  ['accent', 'surface-app'],
  ['accent', 'accent-surface'],
  ['ink', 'accent-surface'],
  ['ink-quiet', 'bad-surface'],
  ['accent-ink', 'accent'],
  ...['accepted', 'line-complete', 'refused', 'duplicate', 'attention'].map(
    (signal) => [`signal-${signal}-ink`, `signal-${signal}`] as const
  )
]

describe('the colours', () => {
  it.each(['light', 'dark'] as const)('have the contrast of WCAG AA for text in every pair, %s', (scheme) => {
    const colours = coloursOf(scheme)
    const weak = PAIRS.map(([ink, surface]) => ({
      ink,
      surface,
      contrast: contrast(colour(colours, ink), colour(colours, surface))
    })).filter(({ contrast }) => contrast < 4.5)
    expect(weak).toEqual([])
  })
})

/** The tokens of a scheme; what the dark one does not set it has from the light one. */
function coloursOf(scheme: 'light' | 'dark'): ReadonlyMap<string, string> {
  const [light = '', dark = ''] = CSS.split("[data-mantine-color-scheme='dark']")
  return new Map([...tokens(light), ...(scheme === 'dark' ? tokens(dark) : [])])
}

function tokens(css: string): [string, string][] {
  return [...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value])
}

function colour(colours: ReadonlyMap<string, string>, name: string): string {
  const value = colours.get(name)
  if (value === undefined) throw new Error(`tokens.css has no colour ${name}`)
  return value
}

/** WCAG 2.2, contrast ratio. */
function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (lighter + 0.05) / (darker + 0.05)
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
