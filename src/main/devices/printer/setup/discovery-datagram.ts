/** Where label printers listen for the question who is there, by UDP. */
export const DISCOVERY_PORT = 4201

/**
 * The question. Zebra has not published its discovery protocol; several open programs that find printers by it ask with
 * these six bytes, and know an answer by its first three.
 */
export const DISCOVERY_QUESTION = Uint8Array.of(0x2e, 0x2c, 0x3a, 0x01, 0x00, 0x00)
const ANSWER_BEGINNING = Uint8Array.of(0x3a, 0x2c, 0x2e)

export function isDiscoveryQuestion(datagram: Uint8Array): boolean {
  return beginsWith(datagram, DISCOVERY_QUESTION)
}

/** Whether a datagram is an answer. What follows its beginning differs between models, and is not read: the printer is asked who it is. */
export function isDiscoveryAnswer(datagram: Uint8Array): boolean {
  return beginsWith(datagram, ANSWER_BEGINNING)
}

/** An answer, as far as it is known: its beginning, and a name. */
export function discoveryAnswer(name: string): Uint8Array {
  return Buffer.concat([ANSWER_BEGINNING, Uint8Array.of(0x03), Buffer.from(`${name}\0`, 'latin1')])
}

function beginsWith(datagram: Uint8Array, beginning: Uint8Array): boolean {
  return datagram.length >= beginning.length && beginning.every((byte, index) => datagram[index] === byte)
}
