import { instantOf } from '../../../core/clock.ts'
import { StationError } from '../../../core/errors.ts'
import type { ScannerSetupApi } from '../../../ipc/scanner-setup-api.ts'
import type { HidInfo } from '../../devices/hid/port.ts'
import { transaction } from '../../store/database.ts'
import type { StationContext } from '../context.ts'
import { queueCalibrationLabel } from '../label-queue.ts'
import type { Calibrating } from './calibrating.ts'
import { makersView } from './makers.ts'
import { pluggedView } from './plugged.ts'

export interface ScannerSetupParts {
  readonly context: StationContext
  readonly writable: <T>(work: () => T) => T
  readonly calibrating: Calibrating
  readonly plugged: () => Promise<readonly HidInfo[]>
  readonly labelsQueued: () => void
}

/** The requests of the set-up of scanners. */
export function createScannerSetupApi(parts: ScannerSetupParts): ScannerSetupApi {
  const { context, writable, calibrating, plugged } = parts
  return {
    calibration: async () => calibrating.view(),
    begin: async () => writable(() => calibrating.begin()),
    end: async () => calibrating.end(),
    keep: async () => writable(() => calibrating.keep()),
    makers: async () => makersView(await plugged().catch(() => [])),
    plugged: async () => pluggedView(await plugged().catch(() => [])),
    print: async () =>
      writable(() => {
        const { symbol } = calibrating.view()
        if (!symbol) throw new StationError('refused', 'Begin the calibration first: the label has its symbol.')
        const at = instantOf(context.clock.now())
        const label = transaction(context.db, () => queueCalibrationLabel(context, symbol, at))
        parts.labelsQueued()
        return { label }
      })
  }
}
