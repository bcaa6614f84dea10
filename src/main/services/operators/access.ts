import { StationError } from '../../../core/errors.ts'
import { describeAction, may, rolesFor, type Action } from '../../../core/operators/operator.ts'
import type { StationApi } from '../../../ipc/contract.ts'
import { anyOperator } from '../../store/operator.ts'
import type { StationContext } from '../context.ts'
import { signedIn, signInNow } from './people.ts'

/** What a request takes: looking is free, everything else is an action. */
type Access = 'look' | Action

type AccessTo<Api> = { readonly [F in keyof Api]: { readonly [M in keyof Api[F]]: Access } }

/**
 * What each request of the window takes, in one table: a request that is not in it does not compile.
 *
 * A scan is open to everybody here, since the rules of scanning know themselves who may do what; so is a PIN, which is
 * how one comes to be signed in.
 */
const ACCESS = {
  station: { status: 'look' },
  scanning: { submit: 'look', journal: 'look', inHand: 'look' },
  journal: { list: 'look', scan: 'look', overview: 'look', save: 'look' },
  receiving: { current: 'look', orders: 'look' },
  receipts: { list: 'look', reverse: 'work' },
  labels: { list: 'look', drawing: 'look', reprint: 'work', printLocation: 'work', printCommands: 'work' },
  printing: {
    stopped: 'look',
    resume: 'work',
    goOn: 'work',
    tornDestroyed: 'work',
    askedFor: 'look',
    lost: 'work',
    decide: 'work'
  },
  inventory: { list: 'look', remove: 'work', move: 'work' },
  assembly: {
    current: 'look',
    run: 'look',
    runs: 'look',
    builds: 'look',
    choose: 'work',
    remove: 'work',
    complete: 'work'
  },
  boms: { read: 'look', components: 'look', add: 'work', change: 'work', remove: 'work' },
  // What only quality decides, the rules of issues say themselves: they know which issue it is about.
  issues: {
    list: 'look',
    read: 'look',
    ofRow: 'look',
    ofCode: 'look',
    subjects: 'look',
    subjectOfRow: 'look',
    raise: 'work',
    leave: 'work',
    comment: 'work',
    hold: 'work',
    release: 'work',
    dispose: 'work',
    close: 'work',
    attach: 'work',
    picture: 'look',
    saveCopy: 'look'
  },
  counts: {
    current: 'look',
    overview: 'look',
    ended: 'look',
    results: 'look',
    schedules: 'look',
    schedule: 'work',
    unschedule: 'work',
    setBlind: 'work',
    setReason: 'work',
    takeBack: 'work',
    leavePlaceOut: 'work',
    cancel: 'work',
    drift: 'look'
  },
  parts: { list: 'look', setTracking: 'work' },
  numbers: { patterns: 'look', preview: 'look', change: 'work' },
  // A file may say what is ordered, tolerated, tracked and numbered, which takes a lead elsewhere too.
  importing: { look: 'approve', take: 'approve' },
  teaching: {
    formats: 'look',
    rename: 'work',
    retire: 'work',
    reinstate: 'work',
    saveFormats: 'look',
    importFormats: 'work'
  },
  tracing: { trace: 'look', graph: 'look', recall: 'look', save: 'look' },
  operators: {
    presence: 'look',
    list: 'look',
    add: 'set-up',
    setRole: 'set-up',
    setBadge: 'set-up',
    setPin: 'set-up',
    setActive: 'set-up',
    enterPin: 'look',
    signOut: 'look'
  },
  printerSetup: {
    find: 'set-up',
    networks: 'look',
    check: 'set-up',
    calibrate: 'set-up',
    printTest: 'set-up',
    printSeries: 'set-up'
  },
  scannerSetup: {
    calibration: 'look',
    begin: 'set-up',
    end: 'look',
    print: 'set-up',
    keep: 'set-up',
    makers: 'look',
    plugged: 'look'
  },
  settings: { read: 'look', save: 'set-up' }
} as const satisfies AccessTo<StationApi>

/**
 * Says no where whoever is at the station may not do something.
 *
 * Where no operator is set up, everybody may do everything. Where nobody is signed in, and nobody has to be, the
 * computer's user does the work and nothing that takes a role.
 *
 * @throws StationError `not-signed-in`, `not-allowed`
 */
function refuseUnlessMay({ db, signIn }: StationContext, action: Action): void {
  if (!anyOperator(db)) return
  const operator = signedIn(db)
  if (operator === null) {
    if (action === 'work' && signInNow(db, signIn) === 'open') return
    throw new StationError(
      'not-signed-in',
      `Nobody is signed in. Scan the badge of ${action === 'work' ? 'whoever does this' : rolesFor(action)}, then do it again.`
    )
  }
  if (may(operator.role, action)) return
  throw new StationError(
    'not-allowed',
    `${operator.name} is here as ${operator.role} and may not ${describeAction(action)}. Have ${rolesFor(action)} scan a badge, then do it again.`
  )
}

type AnyMethod = (input: unknown) => Promise<unknown>

/**
 * The same requests, each behind what {@link ACCESS} asks for it.
 *
 * @param isExempt says of a request that it is open to everybody for the time being
 */
export function guardedApi(
  api: StationApi,
  context: StationContext,
  isExempt: (feature: string, method: string) => boolean
): StationApi {
  const features = Object.entries(api).map(([feature, methods]) => {
    const guarded = Object.entries(methods as Readonly<Record<string, AnyMethod>>).map(([method, answer]) => {
      const access =
        (ACCESS as Readonly<Record<string, Readonly<Record<string, Access>>>>)[feature]?.[method] ?? 'set-up'
      const guard: AnyMethod = async (input) => {
        if (access !== 'look' && !isExempt(feature, method)) refuseUnlessMay(context, access)
        return await answer(input)
      }
      return [method, guard]
    })
    return [feature, Object.fromEntries(guarded)]
  })
  return Object.fromEntries(features) as StationApi
}
