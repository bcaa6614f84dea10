import { Radio } from '@mantine/core'
import { ROLES } from '../../../../core/operators/operator.ts'
import type { Role } from '../../../../core/operators/operator.ts'
import { ROLE_WORDS } from './role-words.ts'
import classes from './operator-dialog.module.css'

export interface RoleFieldProps {
  readonly value: Role
  readonly onChange: (role: Role) => void
}

export function RoleField({ value, onChange }: RoleFieldProps) {
  return (
    <Radio.Group
      label="Role"
      value={value}
      onChange={(chosen) => onChange(ROLES.find((role) => role === chosen) ?? value)}
    >
      <div className={classes.roles}>
        {ROLES.map((role) => (
          <Radio
            key={role}
            value={role}
            size="md"
            label={ROLE_WORDS[role].title}
            description={ROLE_WORDS[role].words}
          />
        ))}
      </div>
    </Radio.Group>
  )
}
