import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { SCANNER_MAKERS } from '../../../../src/main/devices/scanner/models.ts'
import { permissionFor, serialUdevRuleOf, udevRuleOf, udevRules } from '../../../../src/main/devices/scanner/udev.ts'

describe('udev rules', () => {
  it('write ids with four digits in lower case, as udev compares them', () => {
    expect(udevRuleOf(0x5e0)).toBe('KERNEL=="hidraw*", ATTRS{idVendor}=="05e0", TAG+="uaccess"')
  })

  it.each([
    ['hidraw', udevRuleOf(0x5e0)],
    ['tty', serialUdevRuleOf(0x5e0)]
  ])('are in force at once for the devices of %s, without pulling them', (subsystem, rule) => {
    const { command } = permissionFor(rule)
    expect(command).toContain(`echo '${rule}'`)
    expect(command).toContain(`--subsystem-match=${subsystem} `)
  })

  it('are the ones in resources: run scripts/udev-rules.ts after a change to the makers', () => {
    const file = new URL('../../../../resources/udev/70-dockside.rules', import.meta.url)
    expect(readFileSync(file, 'utf8')).toBe(udevRules(SCANNER_MAKERS))
  })
})
