import { z } from 'zod'
import { nothing } from './field-schemas.ts'

const printer = z.strictObject({ printer: z.string().min(1).max(64) })

export const PRINTER_SETUP_SCHEMAS = {
  find: z.strictObject({ where: z.enum(['nearby', 'network', 'usb', 'queues']), addresses: z.string().max(500) }),
  networks: nothing,
  check: printer,
  calibrate: printer,
  printTest: printer,
  printSeries: z.strictObject({ printer: z.string().min(1).max(64), vary: z.enum(['darkness', 'speed']) })
}
