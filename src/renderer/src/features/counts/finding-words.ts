import type { Finding } from '../../../../core/counts/variance.ts'
import type { Tone } from '../../ui/tone.ts'

interface FindingLook {
  readonly words: string
  readonly tone: Tone
}

export const FINDINGS: Readonly<Record<Finding, FindingLook>> = {
  agrees: { words: 'as expected', tone: 'good' },
  found: { words: 'found', tone: 'warn' },
  missing: { words: 'missing', tone: 'bad' },
  misplaced: { words: 'misplaced', tone: 'warn' },
  more: { words: 'more', tone: 'warn' },
  less: { words: 'less', tone: 'bad' },
  changed: { words: 'count again', tone: 'bad' },
  came: { words: 'came since', tone: 'quiet' },
  installed: { words: 'installed', tone: 'warn' },
  'being built': { words: 'being built', tone: 'warn' }
}
