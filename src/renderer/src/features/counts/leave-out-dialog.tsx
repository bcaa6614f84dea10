import { Button, Modal } from '@mantine/core'
import type { CountPlaceView, OpenCountView } from '../../../../ipc/counts-views.ts'
import { Failure } from '../../ui/failure.tsx'
import { groupedCount } from '../../ui/grouped-quantity.ts'
import form from '../../ui/form.module.css'
import { useCountRequest } from './queries.ts'
import { Refused } from './refused.tsx'

export interface PlaceToLeaveOut {
  readonly count: OpenCountView
  readonly place: CountPlaceView
}

export interface LeaveOutDialogProps {
  /** Null while the dialog is closed. */
  readonly asked: PlaceToLeaveOut | null
  readonly onClose: () => void
}

/** Takes a place out of a count, with all that was counted there. */
export function LeaveOutDialog({ asked, onClose }: LeaveOutDialogProps) {
  return (
    <Modal
      opened={asked !== null}
      onClose={onClose}
      title={asked ? `Take ${asked.place.location} out of ${asked.count.count}` : ''}
      size={520}
    >
      {asked && <LeaveOutForm {...asked} onClose={onClose} />}
    </Modal>
  )
}

function LeaveOutForm({ count, place, onClose }: PlaceToLeaveOut & { readonly onClose: () => void }) {
  const leaveOut = useCountRequest<'leavePlaceOut'>((counts, input) => counts.leavePlaceOut(input))
  const { location, operator, entries } = place
  return (
    <div className={form.form}>
      <p className={form.words}>
        What {operator} counted at {location}, {groupedCount(entries)} {entries === 1 ? 'thing' : 'things'}, is lost.
        Stock stays as it is, and the place can be counted in another count.
      </p>
      <Refused answer={leaveOut.data} />
      {leaveOut.error && <Failure what="The place was not taken out" error={leaveOut.error} inline />}
      <div className={form.choices}>
        <Button size="lg" variant="default" onClick={onClose}>
          Keep it
        </Button>
        <Button
          size="lg"
          color="red"
          disabled={leaveOut.isPending}
          onClick={() =>
            leaveOut.mutate(
              { count: count.id, location },
              {
                onSuccess: ({ kind }) => {
                  if (kind === 'done') onClose()
                }
              }
            )
          }
        >
          Take it out
        </Button>
      </div>
    </div>
  )
}
