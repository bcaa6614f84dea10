/** How a USB device names itself. */
export interface UsbIdentity {
  readonly vendorId: number
  readonly productId: number
  readonly serialNumber: string | null
  readonly manufacturer: string | null
  readonly product: string | null
}
