import { EOT, GS, RS } from '../../src/core/barcode/control-characters.ts'

/**
 * The symbol of a supplier's label: ISO/IEC 15434 format 06.
 *
 * @param fields data identifier and value run together, such as `PBOLT-M8` and `1TL-7788`
 */
export function supplierLabel(...fields: readonly string[]): string {
  return `[)>${RS}06${GS}${fields.join(GS)}${RS}${EOT}`
}
