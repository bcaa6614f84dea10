import { IconBarcode, IconPlugConnected, IconPrinter } from '@tabler/icons-react'
import type { DeviceStatus } from '../../../../ipc/views.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { HEALTH_TONES } from '../../ui/health-tones.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { PermissionHelp } from './permission-help.tsx'
import classes from './device-list.module.css'
import { HEALTH_TITLES, SCANNER_TYPE_WORDS, TRANSPORT_WORDS } from './device-words.ts'

export function DeviceList({ devices }: { readonly devices: readonly DeviceStatus[] }) {
  if (devices.length === 0)
    return (
      <EmptyState icon={IconPlugConnected} title="No device is in use">
        Add a scanner and a printer, save, and start Dockside again.
      </EmptyState>
    )
  return (
    <ul className={classes.devices}>
      {devices.map((device) => {
        const { id, name, role, type, health, words, permission } = device
        const Mark = role === 'scanner' ? IconBarcode : IconPrinter
        const typeWords = role === 'scanner' ? SCANNER_TYPE_WORDS : TRANSPORT_WORDS
        return (
          <li key={`${role} ${id}`} className={classes.device}>
            <Mark size={22} stroke={1.7} aria-label={role === 'scanner' ? 'Scanner' : 'Printer'} role="img" />
            <div className={classes.text}>
              <p className={classes.name}>
                <strong title={id}>{name ?? id}</strong>
                <StateMark tone={HEALTH_TONES[health]}>{HEALTH_TITLES[health]}</StateMark>
              </p>
              <p className={classes.type}>
                {typeWords.get(type) ?? type}
                {name !== undefined && `, ${id}`}
              </p>
              <p className={classes.words}>{permission ? words.split('\n', 1)[0] : words}</p>
              {permission && <PermissionHelp permission={permission} />}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
