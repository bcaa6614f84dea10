import { useEffect, useState } from 'react'
import { instantOf } from '../../../core/clock.ts'
import type { Day } from '../../../core/clock.ts'
import { dayHere } from './moments.ts'

const CHECK_EVERY_MS = 60_000

/** The day it is, also after midnight: a station runs for weeks. */
export function useToday(): Day {
  const [today, setToday] = useState(currentDay)
  useEffect(() => {
    const timer = setInterval(() => setToday(currentDay()), CHECK_EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return today
}

function currentDay(): Day {
  return dayHere(instantOf(Date.now()))
}
