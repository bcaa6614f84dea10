import { stat } from 'node:fs/promises'
import { createListeners } from '../listeners.ts'
import { DeviceOpenError, openProblemOf } from '../open-error.ts'
import type { OpenProblem } from '../open-error.ts'
import { listLinuxPorts } from './linux-ports.ts'
import type { SerialBackend, SerialDevice, SerialInfo } from './port.ts'

const loadLibrary = () => import('@serialport/bindings-cpp')

type Library = ReturnType<Awaited<ReturnType<typeof loadLibrary>>['autoDetect']>
type Port = Awaited<ReturnType<Library['open']>>

/** What is looked after of an open port. */
interface Watched {
  readonly path: string
  /** The file that it was opened by; undefined where ports are no files. */
  readonly file: number | undefined
  lose(reason: Error): void
}

/**
 * The serial ports of this computer.
 *
 * The library is loaded when it is first asked, so that a computer without its binary starts all the same.
 */
export function createNodeSerial(platform: NodeJS.Platform = process.platform): SerialBackend {
  const opened = new Set<Watched>()
  let loading: Promise<Library> | undefined

  function load(): Promise<Library> {
    loading ??= loadLibrary().then(({ autoDetect }) => autoDetect())
    return loading
  }

  async function listPorts(named: readonly string[]): Promise<readonly SerialInfo[]> {
    return platform === 'linux' ? await listLinuxPorts(named) : await listByLibrary(await load(), named)
  }

  return {
    async list(named) {
      await dropReplaced(opened)
      return await listPorts(named)
    },
    async open(info, baudRate) {
      const { path } = info
      const library = await load()
      try {
        const port = await library.open({ path, baudRate })
        const file = await fileOf(path)
        // Asked once it is open: what has the path by now is this one, or this one is lost.
        const now = (await listPorts([path]).catch(() => [])).find((listed) => listed.path === path)
        return openDevice(now ?? info, port, file, opened)
      } catch (cause) {
        throw new DeviceOpenError(await problemOf(path, cause), path, cause)
      }
    }
  }
}

function openDevice(info: SerialInfo, port: Port, file: number | undefined, opened: Set<Watched>): SerialDevice {
  const bytes = createListeners<Uint8Array>()
  const losses = createListeners<Error>()
  let closing: Promise<void> | undefined
  let loss: Error | undefined
  let isReading = false

  const watched: Watched = {
    path: info.path,
    file,
    lose(reason) {
      opened.delete(watched)
      if (loss || closing) return
      loss = reason
      losses.emit(reason)
    }
  }
  opened.add(watched)

  async function readOn(): Promise<void> {
    const buffer = Buffer.alloc(4096)
    const isOver = (): boolean => closing !== undefined || loss !== undefined
    try {
      while (!isOver()) {
        const { bytesRead } = await port.read(buffer, 0, buffer.length)
        if (!isOver()) bytes.emit(Uint8Array.from(buffer.subarray(0, bytesRead)))
      }
    } catch (error) {
      watched.lose(error instanceof Error ? error : new Error(String(error)))
    }
  }

  return {
    info,
    onBytes(listener) {
      const stop = bytes.add(listener)
      if (!isReading && !closing) {
        isReading = true
        void readOn()
      }
      return stop
    },
    onLost(listener) {
      if (loss) listener(loss)
      return losses.add(listener)
    },
    close() {
      opened.delete(watched)
      // A port that was pulled may refuse to be closed; it is gone either way.
      closing ??= port.close().catch(() => {})
      return closing
    }
  }
}

/**
 * A port that goes away in the middle of a read leaves the library reading nothing for good: Linux ends the file, which it
 * takes for a pause. Where the name leads to another file by then, as those below `/dev/serial` do, that tells.
 */
async function dropReplaced(opened: ReadonlySet<Watched>): Promise<void> {
  for (const watched of Array.from(opened)) {
    if (watched.file !== undefined && (await fileOf(watched.path)) !== watched.file) {
      watched.lose(new Error(`${watched.path} is not the port any more that was opened`))
    }
  }
}

/** Which file it is by the file system's own number. */
async function fileOf(path: string): Promise<number | undefined> {
  return await stat(path).then(
    ({ ino }) => ino,
    () => undefined
  )
}

async function listByLibrary(library: Library, named: readonly string[]): Promise<readonly SerialInfo[]> {
  const listed = (await library.list()).map(serialInfoOf)
  // What is no path, such as COM3, is no file to look for.
  const others = named.filter((path) => path.startsWith('/') && listed.every((info) => info.path !== path))
  const present = await Promise.all(others.map(async (path) => ((await fileOf(path)) === undefined ? [] : [path])))
  return [...listed, ...present.flat().map((path) => ({ path, usb: null }))]
}

function serialInfoOf(port: Awaited<ReturnType<Library['list']>>[number]): SerialInfo {
  const { path, vendorId, productId, serialNumber, manufacturer } = port
  if (!vendorId) return { path, usb: null }
  return {
    path,
    usb: {
      vendorId: Number.parseInt(vendorId, 16),
      productId: Number.parseInt(productId ?? '0', 16),
      serialNumber: serialNumber || null,
      manufacturer: manufacturer || null,
      product: null
    }
  }
}

/** Windows names the reason in the library's message alone: a port that another program holds is "Access denied" there. */
async function problemOf(path: string, cause: unknown): Promise<OpenProblem> {
  if (cause instanceof Error && /File not found/i.test(cause.message)) return 'gone'
  return await openProblemOf(path)
}
