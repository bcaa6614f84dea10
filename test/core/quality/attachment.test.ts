import { describe, expect, it } from 'vitest'
import {
  cleanFileName,
  isShownAsImage,
  MAX_FILE_NAME_LENGTH,
  mediaTypeOf
} from '../../../src/core/quality/attachment.ts'

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const text = (content: string) => new TextEncoder().encode(content)

describe('what a file is', () => {
  it.each([
    ['a PNG', bytes('89504e470d0a1a0a0000000d'), 'image/png'],
    ['a JPEG', bytes('ffd8ffe000104a464946'), 'image/jpeg'],
    ['a GIF', text('GIF89a...'), 'image/gif'],
    ['a WebP', text('RIFF....WEBPVP8 '), 'image/webp'],
    ['a PDF', text('%PDF-1.7'), 'application/pdf'],
    ['an SVG', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'application/octet-stream'],
    ['a page', text('<!doctype html><script>alert(1)</script>'), 'application/octet-stream'],
    ['a sound', text('RIFF....WAVEfmt '), 'application/octet-stream'],
    ['next to nothing', text('G'), 'application/octet-stream'],
    ['nothing', text(''), 'application/octet-stream']
  ])('is told by its bytes alone: %s', (_what, content, mediaType) => {
    expect(mediaTypeOf(content)).toBe(mediaType)
  })

  it('decides whether it is shown: pictures are, what could hold script never is', () => {
    expect(['image/png', 'image/jpeg', 'image/svg+xml', 'text/html', 'application/pdf'].filter(isShownAsImage)).toEqual(
      ['image/png', 'image/jpeg']
    )
  })
})

describe('a file’s name', () => {
  it.each([
    ['crack.jpg', 'crack.jpg'],
    ['Riß am Gehäuse 2.png', 'Riß am Gehäuse 2.png'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Windows\\system32\\evil.exe', 'evil.exe'],
    ['..', 'file'],
    ['', 'file'],
    ['.bashrc', 'bashrc'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['photo\u202egpj.exe', 'photogpj.exe'],
    ['a\u0000b\r\nc.png', 'abc.png'],
    ['what: "this"? <b>|*.png', 'what_ _this__ _b___.png'],
    ['name. ', 'name']
  ])('is kept as text that no system trips over: %j is %j', (given, kept) => {
    expect(cleanFileName(given)).toBe(kept)
  })

  it('keeps its ending when it is too long', () => {
    const kept = cleanFileName(`${'x'.repeat(500)}.jpeg`)
    expect(kept).toHaveLength(MAX_FILE_NAME_LENGTH)
    expect(kept.endsWith('.jpeg')).toBe(true)
  })
})
