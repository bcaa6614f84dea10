// Writes resources/udev/70-dockside.rules from the table of scanner makers.
import { writeFileSync } from 'node:fs'
import { SCANNER_MAKERS } from '../src/main/devices/scanner/models.ts'
import { udevRules } from '../src/main/devices/scanner/udev.ts'

writeFileSync(new URL('../resources/udev/70-dockside.rules', import.meta.url), udevRules(SCANNER_MAKERS))
