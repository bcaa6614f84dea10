import type { Role } from '../../../../core/operators/operator.ts'

interface RoleWords {
  readonly title: string
  /** What somebody of this role is there for, to choose by. */
  readonly words: string
}

export const ROLE_WORDS: Readonly<Record<Role, RoleWords>> = {
  clerk: { title: 'Clerk', words: 'Receives, moves, builds, counts and labels.' },
  lead: { title: 'Lead', words: 'Also approves what a clerk may not do alone.' },
  quality: { title: 'Quality', words: 'Also decides what becomes of what an issue holds.' },
  admin: { title: 'Admin', words: 'May do everything, and looks after settings and operators.' }
}
