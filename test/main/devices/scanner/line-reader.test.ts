import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BY_ETX, BY_NO_MARK, BY_TAB, createLineReader } from '../../../../src/main/devices/scanner/line-reader.ts'
import { MAX_SCAN_BYTES } from '../../../../src/main/devices/scanner/scanner.ts'

const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))

function linesOf(...chunks: readonly Uint8Array[]): readonly string[] {
  const reader = createLineReader()
  return chunks.flatMap((chunk) => reader.push(chunk).map(({ bytes }) => Buffer.from(bytes).toString('latin1')))
}

describe('line reader', () => {
  it('ends a line at CR, at LF and at CR LF, and takes empty lines for none', () => {
    expect(linesOf(latin1('one\rtwo\nthree\r\n\r\n\n\rfour\n'))).toEqual(['one', 'two', 'three', 'four'])
  })

  it('keeps separators and bytes beyond ASCII', () => {
    expect(linesOf(latin1('[)>\x1e06\x1dPé\x00\x1e\x04\n'))).toEqual(['[)>\x1e06\x1dPé\x00\x1e\x04'])
  })

  it('gives the same lines wherever the stream is cut', () => {
    const line = fc.uint8Array({ minLength: 1, maxLength: 30 }).map((bytes) => bytes.map((byte) => byte | 0x20))
    const ends = fc.constantFrom('\r', '\n', '\r\n')
    fc.assert(
      fc.property(fc.array(fc.tuple(line, ends)), fc.infiniteStream(fc.integer({ min: 1, max: 9 })), (lines, cuts) => {
        const stream = Buffer.concat(lines.flatMap(([bytes, end]) => [bytes, latin1(end)]))
        const chunks: Uint8Array[] = []
        for (let from = 0; from < stream.length;) {
          const to = from + (cuts.next().value as number)
          chunks.push(stream.subarray(from, to))
          from = to
        }
        expect(linesOf(...chunks)).toEqual(lines.map(([bytes]) => Buffer.from(bytes).toString('latin1')))
      })
    )
  })

  it('ends a line at TAB alone where that is its mark', () => {
    const reader = createLineReader(BY_TAB)
    const texts = reader
      .push(latin1('one\ttwo\rstill two\t\r\nthree\t'))
      .map(({ bytes }) => Buffer.from(bytes).toString())
    expect(texts).toEqual(['one', 'two\rstill two', 'three'])
  })

  it('takes what stands between STX and ETX, with line ends inside and none of those outside', () => {
    const reader = createLineReader(BY_ETX)
    const texts = reader
      .push(latin1('\x02one\r\nmore\x03\r\n\x02two\x03three\x03'))
      .map(({ kind, bytes }) => [kind, Buffer.from(bytes).toString()])
    expect(texts).toEqual([
      ['line', 'one\r\nmore'],
      ['line', 'two'],
      ['line', 'three']
    ])
  })

  it('tells a line as not whole whose ETX did not come before the next STX', () => {
    const reader = createLineReader(BY_ETX)
    expect(reader.push(latin1('\x02hal\x02whole\x03')).map(({ kind }) => kind)).toEqual(['incomplete', 'line'])
    reader.push(latin1('\x02half'))
    reader.abandon()
    expect(reader.push(latin1('\x02whole\x03')).map(({ kind }) => kind)).toEqual(['line'])
  })

  it('ends a line only when it is told, where there is no mark', () => {
    const reader = createLineReader(BY_NO_MARK)
    expect(reader.push(latin1('one\r\ntwo\t\x03'))).toEqual([])
    expect(reader.end()).toEqual({ kind: 'line', bytes: latin1('one\r\ntwo\t\x03') })
    expect(reader.end()).toBeUndefined()
  })

  it('tells a line that is too long once, at its end, and reads on', () => {
    const reader = createLineReader()
    expect(reader.push(latin1('x'.repeat(MAX_SCAN_BYTES + 1)))).toEqual([])
    const [overLong, next] = reader.push(latin1('y\nSN-1\n'))
    expect(overLong).toEqual({ kind: 'over-long', bytes: latin1('x'.repeat(MAX_SCAN_BYTES)) })
    expect(next).toEqual({ kind: 'line', bytes: latin1('SN-1') })
  })

  it('takes a line of exactly the longest length', () => {
    const [line] = createLineReader().push(latin1(`${'x'.repeat(MAX_SCAN_BYTES)}\n`))
    expect(line?.kind).toBe('line')
  })

  it('gives up a line that was never ended', () => {
    const reader = createLineReader()
    reader.push(latin1('done\nhalf'))
    expect(reader.abandon()).toEqual(latin1('half'))
    expect(reader.abandon()).toBeUndefined()
    expect(reader.push(latin1('rest\nwhole\n')).map(({ kind }) => kind)).toEqual(['incomplete', 'line'])
  })
})
