import { IconLogout, IconUser, IconUserExclamation } from '@tabler/icons-react'
import { ROLE_WORDS } from './role-words.ts'
import { usePresence, useSignOut } from './queries.ts'
import classes from './signed-in.module.css'

/** Who is signed in, and the way out. Nothing where the station knows no operators. */
export function SignedIn({ systemUser }: { readonly systemUser: string }) {
  const presence = usePresence()
  const signOut = useSignOut()
  const { signedIn, anyOperator, signIn } = presence.data ?? {}
  if (!signedIn) {
    return (
      <div className={classes.who} data-tone={anyOperator && signIn !== 'open' ? 'warn' : undefined} title="Operator">
        {anyOperator ? <IconUserExclamation size={18} aria-hidden /> : <IconUser size={16} aria-hidden />}
        <div className={classes.words}>
          <span className={classes.name}>{anyOperator ? 'Nobody is signed in' : systemUser}</span>
          {anyOperator && <span className={classes.note}>Scan your badge</span>}
        </div>
      </div>
    )
  }
  return (
    <div className={classes.who} data-tone="good" title="Operator">
      <IconUser size={18} aria-hidden />
      <div className={classes.words}>
        <span className={classes.name}>{signedIn.name}</span>
        <span className={classes.note}>{ROLE_WORDS[signedIn.role].title}</span>
      </div>
      <button
        type="button"
        className={classes.out}
        aria-label={`Sign ${signedIn.name} out`}
        title="Sign out"
        disabled={signOut.isPending}
        onClick={() => signOut.mutate()}
      >
        <IconLogout size={20} aria-hidden />
      </button>
    </div>
  )
}
