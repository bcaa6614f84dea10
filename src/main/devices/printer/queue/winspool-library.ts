/** A `HANDLE` of Windows. */
export type Handle = bigint | object

/** The functions of Windows that a print queue takes, with the memory that each asks for. */
export interface Winspool {
  enumPrinters(flags: number): { readonly kind: 'queues'; readonly names: readonly string[] } | undefined
  openPrinter(name: string): Handle | null
  closePrinter(printer: Handle): void
  getPrinter(
    printer: Handle
  ): { readonly kind: 'queue'; readonly status: number; readonly attributes: number } | undefined
  /** Its number; 0 where it could not be begun. */
  startDocument(printer: Handle, document: { readonly title: string; readonly datatype: string }): number
  startPage(printer: Handle): boolean
  /** How many of the bytes were taken; 0 for a failure. */
  write(printer: Handle, bytes: Uint8Array): number
  endPage(printer: Handle): boolean
  endDocument(printer: Handle): boolean
  /** Its `JOB_STATUS_…`. */
  getJob(printer: Handle, job: number): number | undefined
  setJob(printer: Handle, job: number, command: number): boolean
  lastError(): number
  /** What Windows calls an error, in the user's language. */
  words(code: number): string
}

/** GetLastError after a call that had to be told first how much memory it needs. */
const ERROR_INSUFFICIENT_BUFFER = 122
const FROM_SYSTEM_WITHOUT_INSERTS = 0x1000 | 0x200
const MESSAGE_LENGTH = 512

/** Loads `winspool.drv`. Rejects where there is none. To be called once in a process: names of types are the library's own. */
export async function loadWinspool(): Promise<Winspool> {
  const { default: koffi } = await import('koffi')
  const spooler = koffi.load('winspool.drv')
  const kernel = koffi.load('kernel32.dll')

  koffi.struct('DOC_INFO_1W', { pDocName: 'str16', pOutputFile: 'str16', pDatatype: 'str16' })
  const PrinterInfo4 = koffi.struct('PRINTER_INFO_4W', {
    pPrinterName: 'str16',
    pServerName: 'str16',
    Attributes: 'uint32'
  })
  const PrinterInfo2 = koffi.struct('PRINTER_INFO_2W', {
    pServerName: 'void *',
    pPrinterName: 'void *',
    pShareName: 'void *',
    pPortName: 'void *',
    pDriverName: 'void *',
    pComment: 'void *',
    pLocation: 'void *',
    pDevMode: 'void *',
    pSepFile: 'void *',
    pPrintProcessor: 'void *',
    pDatatype: 'void *',
    pParameters: 'void *',
    pSecurityDescriptor: 'void *',
    Attributes: 'uint32',
    Priority: 'uint32',
    DefaultPriority: 'uint32',
    StartTime: 'uint32',
    UntilTime: 'uint32',
    Status: 'uint32',
    cJobs: 'uint32',
    AveragePPM: 'uint32'
  })
  const JobInfo1 = koffi.struct('JOB_INFO_1W', {
    JobId: 'uint32',
    pPrinterName: 'void *',
    pMachineName: 'void *',
    pUserName: 'void *',
    pDocument: 'void *',
    pDatatype: 'void *',
    pStatus: 'void *',
    Status: 'uint32',
    Priority: 'uint32',
    Position: 'uint32',
    TotalPages: 'uint32',
    PagesPrinted: 'uint32',
    Submitted: koffi.array('uint16', 8)
  })

  const getLastError = kernel.func('uint32 __stdcall GetLastError()')
  const formatMessage = kernel.func(
    'uint32 __stdcall FormatMessageW(uint32 flags, void *source, uint32 id, uint32 language, _Out_ uint8_t *text, uint32 size, void *values)'
  )
  const openPrinter = spooler.func('bool __stdcall OpenPrinterW(str16 name, _Out_ void **printer, void *defaults)')
  const closePrinter = spooler.func('bool __stdcall ClosePrinter(void *printer)')
  const startDocument = spooler.func(
    'uint32 __stdcall StartDocPrinterW(void *printer, uint32 level, DOC_INFO_1W *document)'
  )
  const startPage = spooler.func('bool __stdcall StartPagePrinter(void *printer)')
  const endPage = spooler.func('bool __stdcall EndPagePrinter(void *printer)')
  const endDocument = spooler.func('bool __stdcall EndDocPrinter(void *printer)')
  const writePrinter = spooler.func(
    'bool __stdcall WritePrinter(void *printer, const uint8_t *bytes, uint32 count, _Out_ uint32 *written)'
  )
  const getPrinter = spooler.func(
    'bool __stdcall GetPrinterW(void *printer, uint32 level, _Out_ uint8_t *info, uint32 size, _Out_ uint32 *needed)'
  )
  const getJob = spooler.func(
    'bool __stdcall GetJobW(void *printer, uint32 job, uint32 level, _Out_ uint8_t *info, uint32 size, _Out_ uint32 *needed)'
  )
  const setJob = spooler.func(
    'bool __stdcall SetJobW(void *printer, uint32 job, uint32 level, void *info, uint32 command)'
  )
  const enumPrinters = spooler.func(
    'bool __stdcall EnumPrintersW(uint32 flags, str16 name, uint32 level, _Out_ uint8_t *info, uint32 size, _Out_ uint32 *needed, _Out_ uint32 *count)'
  )

  /** Calls once to hear how much memory is needed, and once with it; again where it has become more meanwhile. */
  function filled(call: (info: Buffer | null, size: number, needed: [number]) => unknown): Buffer | undefined {
    const needed: [number] = [0]
    if (call(null, 0, needed) === true) return Buffer.alloc(0)
    while (getLastError() === ERROR_INSUFFICIENT_BUFFER) {
      const info = Buffer.alloc(needed[0])
      if (call(info, info.length, needed) === true) return info
    }
    return undefined
  }

  return {
    enumPrinters: (flags) => {
      const count: [number] = [0]
      const info = filled((buffer, size, needed) => enumPrinters(flags, null, 4, buffer, size, needed, count))
      if (!info) return undefined
      if (count[0] === 0) return { kind: 'queues', names: [] }
      const printers = koffi.decode(info, koffi.array(PrinterInfo4, count[0])) as readonly PrinterInfo4[]
      return { kind: 'queues', names: printers.map(({ pPrinterName }) => pPrinterName) }
    },
    openPrinter: (name) => {
      const handle: [Handle | null] = [null]
      return openPrinter(name, handle, null) === true ? handle[0] : null
    },
    closePrinter: (printer) => void closePrinter(printer),
    getPrinter: (printer) => {
      const info = filled((buffer, size, needed) => getPrinter(printer, 2, buffer, size, needed))
      if (!info) return undefined
      const { Status, Attributes } = koffi.decode(info, PrinterInfo2) as PrinterInfo2
      return { kind: 'queue', status: Status, attributes: Attributes }
    },
    startDocument: (printer, { title, datatype }) =>
      startDocument(printer, 1, { pDocName: title, pOutputFile: null, pDatatype: datatype }) as number,
    startPage: (printer) => startPage(printer) === true,
    write: (printer, bytes) => {
      const written: [number] = [0]
      return writePrinter(printer, bytes, bytes.length, written) === true ? written[0] : 0
    },
    endPage: (printer) => endPage(printer) === true,
    endDocument: (printer) => endDocument(printer) === true,
    getJob: (printer, job) => {
      const info = filled((buffer, size, needed) => getJob(printer, job, 1, buffer, size, needed))
      return info && (koffi.decode(info, JobInfo1) as JobInfo1).Status
    },
    setJob: (printer, job, command) => setJob(printer, job, 0, null, command) === true,
    lastError: () => getLastError() as number,
    words: (code) => {
      const text = Buffer.alloc(MESSAGE_LENGTH * 2)
      const length = formatMessage(FROM_SYSTEM_WITHOUT_INSERTS, null, code, 0, text, MESSAGE_LENGTH, null) as number
      return text.toString('utf16le', 0, length * 2).trim() || `error ${code}.`
    }
  }
}

interface PrinterInfo4 {
  readonly pPrinterName: string
}

interface PrinterInfo2 {
  readonly Status: number
  readonly Attributes: number
}

interface JobInfo1 {
  readonly Status: number
}
