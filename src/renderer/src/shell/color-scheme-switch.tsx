import { SegmentedControl, useMantineColorScheme, VisuallyHidden } from '@mantine/core'
import type { MantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'

interface SchemeOption {
  readonly value: MantineColorScheme
  readonly words: string
  readonly icon: Icon
}

const OPTIONS: readonly SchemeOption[] = [
  { value: 'auto', words: 'Colours as the system', icon: IconDeviceDesktop },
  { value: 'light', words: 'Light colours', icon: IconSun },
  { value: 'dark', words: 'Dark colours', icon: IconMoon }
]

export function ColorSchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <SegmentedControl
      aria-label="Colours"
      fullWidth
      size="sm"
      transitionDuration={0}
      value={colorScheme}
      onChange={(value) => setColorScheme(value)}
      data={OPTIONS.map(({ value, words, icon: Mark }) => ({
        value,
        label: (
          <span title={words} style={{ display: 'grid', placeItems: 'center', height: 22 }}>
            <Mark size={17} aria-hidden />
            <VisuallyHidden>{words}</VisuallyHidden>
          </span>
        )
      }))}
    />
  )
}
