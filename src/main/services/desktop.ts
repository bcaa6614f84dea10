/** What a station asks of the desktop that it runs on: absent where it runs without a window. */
export interface Desktop {
  /** Asks the person where a file shall be written. Null when the person thinks better of it. */
  chooseFile(suggestion: FileSuggestion): Promise<string | null>
  /** Asks the person which file shall be read. Null when the person thinks better of it. */
  openFile(wanted: WantedFile): Promise<string | null>
  /** Lays a document out on pages. It may hold no script and load nothing. */
  printPdf(document: PrintableDocument): Promise<Uint8Array>
}

export interface FileSuggestion {
  readonly name: string
  /** What kind of file it is, for people. */
  readonly kind: string
  /** Without the dot. */
  readonly extension: string
}

export interface WantedFile {
  /** What kind of file it is, for people. */
  readonly kind: string
  /** Without the dot. */
  readonly extensions: readonly string[]
}

export interface PrintableDocument {
  /** The whole page, whose one style element bears the nonce that it is given. */
  readonly html: (nonce: string) => string
  /** What stands at the foot of each page, as HTML. */
  readonly footer: string
}

/** A dialog may give a name without the ending that says what the file is. */
export function withExtension(file: string, extension: string): string {
  return file.toLowerCase().endsWith(`.${extension}`) ? file : `${file}.${extension}`
}
