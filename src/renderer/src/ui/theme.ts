import { createTheme, defaultVariantColorsResolver, Modal, Select, Tooltip } from '@mantine/core'
import type { CSSVariablesResolver, MantineColorsTuple, VariantColorsResolver } from '@mantine/core'

const harbour: MantineColorsTuple = [
  '#e6f5fa',
  '#cbe8f2',
  '#9bd3e6',
  '#63bad9',
  '#3ba5ca',
  '#1f8cb5',
  '#12749a',
  '#0c5f80',
  '#094c67',
  '#063a4f'
]

const slate: MantineColorsTuple = [
  '#f5f7f9',
  '#edf1f4',
  '#e2e8ec',
  '#d2dae0',
  '#b5c1ca',
  '#8a99a5',
  '#5d6d7a',
  '#475663',
  '#2e3b46',
  '#17222b'
]

const night: MantineColorsTuple = [
  '#e6edf2',
  '#c3d0d9',
  '#9aacb9',
  '#74879a',
  '#3a4b58',
  '#2c3b47',
  '#1e2b35',
  '#151f27',
  '#0f171e',
  '#0a1015'
]

/** Below the panel of the last scan, which stays in sight while a dialog is open. */
const BELOW_SCAN_PANEL = 'calc(var(--scan-panel-height) + 16px)'

const withoutTransition = { transitionProps: { duration: 0 } }

/** Filled with the accent, text has the ink that is made for it: what the library works out is the light scheme's alone. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colours = defaultVariantColorsResolver(input)
  const isAccent = input.variant === 'filled' && (input.color ?? input.theme.primaryColor) === 'harbour'
  return isAccent ? { ...colours, background: 'var(--accent)', color: 'var(--accent-ink)' } : colours
}

export const theme = createTheme({
  variantColorResolver,
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, monospace",
  colors: { harbour, gray: slate, dark: night },
  primaryColor: 'harbour',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: { fontWeight: '650' },
  components: {
    // The page itself never scrolls, so there is nothing to lock; locking would add a style element without a nonce.
    Modal: Modal.extend({
      defaultProps: {
        ...withoutTransition,
        lockScroll: false,
        closeButtonProps: { 'aria-label': 'Close' },
        yOffset: BELOW_SCAN_PANEL,
        styles: { content: { maxHeight: 'calc(100dvh - var(--scan-panel-height) - 28px)' }, title: { fontWeight: 650 } }
      }
    }),
    Select: Select.extend({ defaultProps: { allowDeselect: false, comboboxProps: withoutTransition } }),
    Tooltip: Tooltip.extend({ defaultProps: { ...withoutTransition, openDelay: 400 } })
  }
})

const OWN_COLOURS = {
  '--mantine-color-body': 'var(--surface-panel)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-quiet)',
  '--mantine-color-placeholder': 'var(--ink-quiet)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-default-border': 'var(--line-strong)'
}

/** Lets the library's own components take the colours of `tokens.css`, which follow the colour scheme by themselves. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: OWN_COLOURS,
  dark: OWN_COLOURS
})
