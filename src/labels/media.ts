/** Nominal print resolutions of ZPL printers. */
export type Dpi = 203 | 300 | 600

/** How the printer finds where a label begins: a gap, a black mark on the back, or not at all (`^MN`). */
export type MediaTracking = 'gap' | 'mark' | 'continuous'

/** What the printer does with a printed label (`^MM`). */
export type MediaHandling = 'tear-off' | 'peel-off' | 'cutter'

/** The labels in a printer, and the printer's resolution. */
export interface Media {
  readonly widthMm: number
  readonly heightMm: number
  readonly dpi: Dpi
  /** `gap` where it is not given. */
  readonly tracking?: MediaTracking
  /** `tear-off` where it is not given. */
  readonly handling?: MediaHandling
  readonly burn?: Burn
}

/** How the printer prints; what is not given is left to the printer. */
export type Burn = {
  /** Added to the darkness that the printer is set to, −30 to 30 (`^MD`). */
  readonly darkness?: number
  /** Inches a second, 1 to 14 (`^PR`). */
  readonly speedIps?: number
}

export interface SizeMm {
  readonly widthMm: number
  readonly heightMm: number
}

export interface SizeDots {
  readonly widthDots: number
  readonly heightDots: number
}

export const UNIT_LABEL_MM: SizeMm = { widthMm: 51, heightMm: 25 }
export const LOT_LABEL_MM: SizeMm = { widthMm: 76, heightMm: 51 }

/** The `^LL` limit of the printers. */
const MAX_LABEL_DOTS = 32_000

/** True dots per millimetre: 203, 300 and 600 dpi are nominal (203.2, 304.8 and 609.6). */
export function dotsPerMm(dpi: Dpi): number {
  switch (dpi) {
    case 203:
      return 8
    case 300:
      return 12
    case 600:
      return 24
  }
}

/** The whole dots inside a label. */
export function mediaDots(media: Media): SizeDots {
  const scale = dotsPerMm(media.dpi)
  return {
    widthDots: Math.floor(media.widthMm * scale + ROUNDING_SLACK),
    heightDots: Math.floor(media.heightMm * scale + ROUNDING_SLACK)
  }
}

/** Whether a label of this size can be addressed at all; what then fits on it is another question. */
export function mediaIsUsable(media: Media): boolean {
  const { widthDots, heightDots } = mediaDots(media)
  return [widthDots, heightDots].every((dots) => Number.isInteger(dots) && dots >= 1 && dots <= MAX_LABEL_DOTS)
}

/** So that 50.8 mm at 12 dots, which is 609.5999… in floating point, and 25 mm at 8, come out as meant. */
const ROUNDING_SLACK = 1e-6
