import { numeric, record, said, text } from './config-values.ts'

export const TRANSPORT_TYPES = ['tcp', 'usb', 'queue', 'virtual'] as const
export const DPI_CHOICES = ['203', '300', '600'] as const

export interface PrinterFields {
  readonly id: string
  readonly transport: string
  readonly host: string
  readonly port: string
  readonly serial: string
  readonly queue: string
  readonly dpi: string
  readonly widthMm: string
  readonly heightMm: string
  /** Empty where the file does not say. */
  readonly depth: string
  readonly darkness: string
  readonly speedIps: string
}

export const NEW_PRINTER: PrinterFields = {
  id: '',
  transport: 'tcp',
  host: '',
  port: '9100',
  serial: '',
  queue: '',
  dpi: '203',
  widthMm: '51',
  heightMm: '25',
  depth: '',
  darkness: '',
  speedIps: ''
}

/** Where each field stands within its printer's entry. */
export const PRINTER_PATHS = [
  'id',
  'transport.type',
  'transport.host',
  'transport.port',
  'transport.serial',
  'transport.name',
  'dpi',
  'media.widthMm',
  'media.heightMm',
  'depth',
  'darkness',
  'speedIps'
]

export function printerFields(value: unknown): PrinterFields {
  const printer = record(value)
  const transport = record(printer['transport'])
  const media = record(printer['media'])
  return {
    id: text(printer['id']),
    transport: text(transport['type']),
    host: text(transport['host']),
    port: text(transport['port']),
    serial: text(transport['serial']),
    queue: text(transport['name']),
    dpi: text(printer['dpi']),
    widthMm: text(media['widthMm']),
    heightMm: text(media['heightMm']),
    depth: text(printer['depth']),
    darkness: text(printer['darkness']),
    speedIps: text(printer['speedIps'])
  }
}

export function printerConfig(printer: PrinterFields): unknown {
  return {
    id: printer.id,
    transport: transportConfig(printer),
    dpi: numeric(printer.dpi),
    media: { widthMm: numeric(printer.widthMm), heightMm: numeric(printer.heightMm) },
    ...said({
      darkness: numeric(printer.darkness),
      speedIps: numeric(printer.speedIps),
      depth: numeric(printer.depth)
    })
  }
}

function transportConfig({ transport: type, host, port, serial, queue }: PrinterFields): unknown {
  switch (type) {
    case 'tcp':
      return { type, host, ...said({ port: numeric(port) }) }
    case 'usb':
      return { type, serial }
    case 'queue':
      return { type, name: queue }
    default:
      return { type }
  }
}
