/** The answer to `~HI` (ZPL II guide, "Host Identification"). */
export interface HostIdentification {
  /** As the printer says it: `ZT411-300dpi`. */
  readonly model: string
  readonly firmware: string
  readonly dotsPerMm: number
  readonly memory: string
  readonly options: string
}

/** Reads an answer; absent when it is none. The options may hold commas and blanks. */
export function parseHostIdentification(reply: string): HostIdentification | undefined {
  const match = /^([^,]+),([^,]*),\s*(\d+)\s*,([^,]*)(?:,(.*))?$/s.exec(reply.replaceAll(/[\u0002\u0003\r\n]/g, ''))
  if (!match) return undefined
  const [, model = '', firmware = '', dotsPerMm = '', memory = '', options = ''] = match
  return {
    model: model.trim(),
    firmware: firmware.trim(),
    dotsPerMm: Number(dotsPerMm),
    memory: memory.trim(),
    options: options.trim()
  }
}
