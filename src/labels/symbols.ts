import { CODE_128_QUIET_MODULES } from './code128.ts'
import type { Code128Plan } from './code128.ts'
import { DATA_MATRIX_QUIET_MODULES } from './data-matrix.ts'
import type { DataMatrixPlan } from './data-matrix.ts'
import type { PlacedCode128, PlacedDataMatrix } from './layout.ts'
import { moduleDotsOf } from './page.ts'
import type { Page } from './page.ts'

/** Parts of the label's height, within limits. */
const CODE_128_HEIGHT = 0.24
const SMALLEST_CODE_128_HEIGHT_MM = 5
const LARGEST_CODE_128_HEIGHT_MM = 15

const LARGEST_CODE_128_MODULE_MM = 0.5
/** `^BY` takes no wider module. */
const LARGEST_CODE_128_MODULE_DOTS = 10

/** The Code 128 along the lower edge, in the largest module that it has room for; absent when it has none for the smallest. */
export function placeCode128(plan: Code128Plan, page: Page): PlacedCode128 | undefined {
  const withQuietModules = plan.modules + 2 * CODE_128_QUIET_MODULES
  const roomy = Math.floor((page.widthDots - 2 * page.edgeDots) / withQuietModules)
  const largest = Math.min(moduleDotsOf(LARGEST_CODE_128_MODULE_MM, page), LARGEST_CODE_128_MODULE_DOTS)
  const moduleDots = Math.min(roomy, largest)
  if (moduleDots < page.smallestModuleDots) return undefined
  const heightDots = Math.round(
    Math.min(
      Math.max(CODE_128_HEIGHT * page.heightDots, SMALLEST_CODE_128_HEIGHT_MM * page.dotsPerMm),
      LARGEST_CODE_128_HEIGHT_MM * page.dotsPerMm
    )
  )
  const box = {
    xDots: page.edgeDots + CODE_128_QUIET_MODULES * moduleDots,
    yDots: page.heightDots - page.edgeDots - heightDots,
    widthDots: plan.modules * moduleDots,
    heightDots
  }
  return box.yDots < page.edgeDots ? undefined : { kind: 'code-128', plan, box, moduleDots }
}

/** The Data Matrix at the right: above the Code 128, or else half-way up; absent when it is too large for that. */
export function placeDataMatrix(
  plan: DataMatrixPlan,
  moduleDots: number,
  page: Page,
  band: PlacedCode128 | undefined
): PlacedDataMatrix | undefined {
  const sizeDots = plan.modules * moduleDots
  const quietDots = DATA_MATRIX_QUIET_MODULES * moduleDots
  const bottomDots = band?.box.yDots ?? page.heightDots - page.edgeDots
  const middleDots = Math.floor((page.heightDots - sizeDots) / 2)
  const box = {
    xDots: page.widthDots - page.edgeDots - quietDots - sizeDots,
    yDots: band ? page.edgeDots + quietDots : middleDots,
    widthDots: sizeDots,
    heightDots: sizeDots
  }
  const fits =
    box.xDots - quietDots >= page.edgeDots &&
    box.yDots - quietDots >= page.edgeDots &&
    box.yDots + sizeDots + quietDots <= bottomDots
  return fits ? { kind: 'data-matrix', plan, box, moduleDots } : undefined
}
