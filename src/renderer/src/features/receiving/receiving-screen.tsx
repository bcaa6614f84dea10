import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ReceivingView } from '../../../../ipc/views.ts'
import { Failure } from '../../ui/failure.tsx'
import { IdleScreen } from './idle-screen.tsx'
import { OpenLine } from './open-line.tsx'
import { OpenOrder } from './open-order.tsx'
import { PutAway } from './put-away.tsx'
import { ReceivedDialog } from './received-dialog.tsx'
import { FormatsDialog } from './teaching/formats-dialog.tsx'
import { TeachLabel } from './teaching/teach-label.tsx'
import { useReceiving } from './queries.ts'
import classes from './receiving-screen.module.css'

export interface ReceivingScreenProps {
  /** What else there is to do while nothing is open. */
  readonly home: ReactNode
}

/** Follows the scans: the orders, the open receipt, the line that is being captured, or what is put away. */
export function ReceivingScreen({ home }: ReceivingScreenProps) {
  const { data: view, error, refetch } = useReceiving()
  const [receivedOf, setReceivedOf] = useState<string | null>(null)
  const [showsFormats, setShowsFormats] = useState(false)
  if (error)
    return (
      <div className={classes.screen}>
        <Failure what="The receipt could not be read" error={error} onRetry={() => void refetch()} />
      </div>
    )
  if (!view) return null
  return (
    <>
      <Work view={view} home={home} onReceived={setReceivedOf} onFormats={() => setShowsFormats(true)} />
      <FormatsDialog opened={showsFormats} onClose={() => setShowsFormats(false)} />
      <ReceivedDialog order={receivedOf} onClose={() => setReceivedOf(null)} />
    </>
  )
}

interface WorkProps extends ReceivingScreenProps {
  readonly view: ReceivingView
  /** Shows what was received on an order, or on any where the text is empty. */
  readonly onReceived: (order: string) => void
  /** Shows the labels that were taught. */
  readonly onFormats: () => void
}

function Work({ view, home, onReceived, onFormats }: WorkProps) {
  const { order, line, putAway, teaching, closed, location } = view
  if (teaching) return <TeachLabel view={teaching} />
  if (order && line) return <OpenLine key={line.line.id} order={order} view={line} />
  if (order) {
    const { order: number } = order
    return <OpenOrder key={number} order={order} location={location} onReceived={() => onReceived(number)} />
  }
  if (putAway) return <PutAway view={putAway} />
  return (
    <IdleScreen
      location={location}
      closed={closed}
      home={home}
      onReceived={() => onReceived('')}
      onFormats={onFormats}
    />
  )
}
