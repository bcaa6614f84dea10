import { nothing } from './field-schemas.ts'

export const SCANNER_SETUP_SCHEMAS = {
  calibration: nothing,
  begin: nothing,
  end: nothing,
  print: nothing,
  keep: nothing,
  makers: nothing,
  plugged: nothing
}
