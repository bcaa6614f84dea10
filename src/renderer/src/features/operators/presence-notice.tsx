import { IconShieldOff } from '@tabler/icons-react'
import { Notice } from '../../ui/notice.tsx'
import { usePresence } from './queries.ts'

/** Why a station asks for less than it was set up to: what is missing before it can. */
export function PresenceNotice() {
  const presence = usePresence()
  if (!presence.data || presence.data.signIn === presence.data.wished) return null
  return (
    <Notice tone="warn" icon={IconShieldOff} title="Anybody can work here">
      {presence.data.signIn === 'open'
        ? 'The station is set up to ask for a badge, and has no admin yet: it stays open until Settings, Operators has one.'
        : 'The station is set up to ask for PINs, and no admin has one yet: it asks for badges alone until one has.'}
    </Notice>
  )
}
