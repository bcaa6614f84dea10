import { openXConnection } from './connection.ts'

/** One key going down or up, and how long after the one before. */
export interface XStroke {
  readonly type: 'down' | 'up'
  readonly keycode: number
  readonly afterMs: number
}

/** The keyboard of an X server: what it presses reaches windows as the keys of a real one do. */
export interface XKeyboard {
  /** Gives a window the keys. */
  focus(window: number): Promise<void>
  /**
   * Presses keys at the server's own clock, and waits until the last was pressed.
   *
   * @returns when the keys went down, in milliseconds of the server: it may be late itself on a busy computer
   */
  press(strokes: readonly XStroke[]): Promise<readonly number[]>
  /** Whether Caps Lock and Num Lock are on. */
  locks(): Promise<{ readonly caps: boolean; readonly num: boolean }>
  close(): void
}

const SET_INPUT_FOCUS = 42
const GET_INPUT_FOCUS = 43
const QUERY_POINTER = 38
const CHANGE_WINDOW_ATTRIBUTES = 2

const EVENT_MASK = 1 << 11
const KEY_PRESS_MASK = 1

/** XTestFakeInput, of the XTEST extension 2.2. */
const FAKE_INPUT = 2
const KEY_PRESS = 2
const KEY_RELEASE = 3

const LOCK_MASK = 1 << 1
/** Num Lock's by the convention of all XKB layouts. */
const MOD2_MASK = 1 << 4

export async function openXKeyboard(display: string): Promise<XKeyboard> {
  const connection = await openXConnection(display)
  const xtest = await connection.extension('XTEST')

  let pressedAtMs: number[] = []
  connection.onEvent((event) => {
    if (((event[0] ?? 0) & 0x7f) === KEY_PRESS) pressedAtMs.push(event.readUInt32LE(4))
  })

  const settled = async (): Promise<void> => {
    await connection.ask(GET_INPUT_FOCUS, 0, Buffer.alloc(0))
  }

  return {
    async focus(window) {
      const body = Buffer.alloc(8)
      body.writeUInt32LE(window, 0)
      connection.send(SET_INPUT_FOCUS, 1, body)
      const attributes = Buffer.alloc(12)
      attributes.writeUInt32LE(window, 0)
      attributes.writeUInt32LE(EVENT_MASK, 4)
      attributes.writeUInt32LE(KEY_PRESS_MASK, 8)
      connection.send(CHANGE_WINDOW_ATTRIBUTES, 0, attributes)
      await settled()
    },
    async press(strokes) {
      pressedAtMs = []
      for (const { type, keycode, afterMs } of strokes) {
        const body = Buffer.alloc(32)
        body.writeUInt8(type === 'down' ? KEY_PRESS : KEY_RELEASE, 0)
        body.writeUInt8(keycode, 1)
        body.writeUInt32LE(afterMs, 4)
        connection.send(xtest, FAKE_INPUT, body)
      }
      await settled()
      return pressedAtMs
    },
    async locks() {
      const body = Buffer.alloc(4)
      body.writeUInt32LE(connection.root, 0)
      const mask = (await connection.ask(QUERY_POINTER, 0, body)).readUInt16LE(24)
      return { caps: (mask & LOCK_MASK) !== 0, num: (mask & MOD2_MASK) !== 0 }
    },
    close: () => connection.close()
  }
}
