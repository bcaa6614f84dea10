import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBills, loopsAmong } from '../../../src/core/assembly/bom-loops.ts'
import { describeLoop, keyOfPart, loopThrough, type BomUse } from '../../../src/core/assembly/bom.ts'

/** `DRONE@A > ARM@B | ARM2` is a line of DRONE at A: ARM at B, or ARM2 in its place. */
function use(text: string): BomUse {
  const [parent = '', components = ''] = text.split(' > ')
  const [component = '', ...substitutes] = components.split(' | ')
  const [partNumber = '', revision = ''] = parent.split('@')
  const [name = '', componentRevision] = component.split('@')
  return {
    parent: { partNumber, revision },
    component: name,
    componentRevision: componentRevision ?? null,
    substitutes
  }
}

function loopOf(line: string, ...others: readonly string[]): string | undefined {
  const added = use(line)
  const loop = loopThrough(added, createBills([added, ...others.map(use)]))
  return loop && describeLoop(loop)
}

describe('a bill of materials', () => {
  it('may go as deep as it likes', () => {
    expect(loopOf('DRONE@A > ARM', 'ARM@A > MOTOR', 'MOTOR > SCREW')).toBeUndefined()
  })

  it('may have the same part in many places', () => {
    expect(loopOf('DRONE > SCREW', 'DRONE > ARM', 'ARM > SCREW', 'ARM > MOTOR', 'MOTOR > SCREW')).toBeUndefined()
  })

  it('never contains itself, at whatever revision', () => {
    expect(loopOf('DRONE@A > DRONE@A')).toBe('DRONE A → DRONE A')
    expect(loopOf('DRONE@A > DRONE@B')).toBe('DRONE A → DRONE A')
  })

  it('never contains itself through others, and the whole loop is named', () => {
    expect(loopOf('MOTOR@1 > DRONE', 'DRONE@A > ARM@B', 'ARM@B > MOTOR@1')).toBe('MOTOR 1 → DRONE A → ARM B → MOTOR 1')
  })

  it('never contains itself through what may take the place of a component', () => {
    expect(loopOf('ARM > SCREW | DRONE', 'DRONE > ARM')).toBe('ARM → DRONE → ARM')
    expect(loopOf('ARM > SCREW', 'DRONE > ARM', 'SCREW > BOLT | DRONE')).toBe('ARM → SCREW → DRONE → ARM')
  })

  it('may contain another revision of the part through others', () => {
    expect(loopOf('DRONE@B > KIT', 'KIT > DRONE@A', 'DRONE@A > ARM')).toBeUndefined()
    expect(loopOf('DRONE@B > KIT', 'KIT > DRONE', 'DRONE@A > ARM')).toBe('DRONE B → KIT → DRONE B')
  })

  it('of a thousand levels is judged like any other', () => {
    const chain = Array.from({ length: 20_000 }, (_, level) => use(`P${level} > P${level + 1}`))
    const closing = use('P20000 > P0')
    const loop = loopThrough(closing, createBills([...chain, closing]))
    expect(loop?.parts).toHaveLength(20_002)
    expect(loop && describeLoop(loop)).toMatch(/^P20000 → P0 → .* → \(\d+ more\) → P20000$/)
    expect([...loopsAmong([...chain, closing], [closing], 10).keys()]).toEqual([closing])
  })
})

const PART_NUMBERS = ['A', 'B', 'C', 'D', 'E', 'F']

/** A few parts at a few revisions, so that loops are common. */
const someUse = fc
  .record({
    parent: fc.record({ partNumber: fc.constantFrom(...PART_NUMBERS), revision: fc.constantFrom('1', '2') }),
    component: fc.constantFrom(...PART_NUMBERS),
    componentRevision: fc.constantFrom(null, '1', '2'),
    substitutes: fc.uniqueArray(fc.constantFrom(...PART_NUMBERS), { maxLength: 1 })
  })
  .filter(
    ({ parent, component, substitutes }) =>
      new Set([parent.partNumber, component, ...substitutes]).size === 2 + substitutes.length
  )

/** Whether some part is reached from itself: found in the plainest way there is. */
function containsItself(uses: readonly BomUse[]): boolean {
  const ahead = (part: BomUse['parent']): readonly BomUse['parent'][] =>
    uses
      .filter(({ parent }) => keyOfPart(parent) === keyOfPart(part))
      .flatMap(({ component, componentRevision, substitutes }) => [
        ...['1', '2']
          .filter((revision) => componentRevision === null || componentRevision === revision)
          .map((revision) => ({ partNumber: component, revision })),
        ...substitutes.flatMap((partNumber) => ['1', '2'].map((revision) => ({ partNumber, revision })))
      ])
  return uses.some(({ parent }) => {
    const seen = new Set<string>()
    const open = [...ahead(parent)]
    for (let part = open.pop(); part; part = open.pop()) {
      if (keyOfPart(part) === keyOfPart(parent)) return true
      if (seen.has(keyOfPart(part))) continue
      seen.add(keyOfPart(part))
      open.push(...ahead(part))
    }
    return false
  })
}

describe('bills that grow line by line', () => {
  it('never contain themselves, when each line that closes a loop is refused', () => {
    fc.assert(
      fc.property(fc.array(someUse, { maxLength: 25 }), (lines) => {
        const kept: BomUse[] = []
        for (const line of lines) {
          const loop = loopThrough(line, createBills([...kept, line]))
          expect(loop !== undefined).toBe(containsItself([...kept, line]))
          if (!loop) kept.push(line)
        }
        expect(containsItself(kept)).toBe(false)
      }),
      { numRuns: 300 }
    )
  })

  it('are judged all at once as they are one by one', () => {
    fc.assert(
      fc.property(fc.array(someUse, { maxLength: 25 }), (lines) => {
        const bills = createBills(lines)
        const expected = lines.filter((line) => loopThrough(line, bills))
        const found = loopsAmong(lines, lines, lines.length + 1)
        expect([...found.keys()]).toEqual(expected)
        expect(found.size > 0).toBe(containsItself(lines))
        for (const [line, { parts }] of found) {
          expect(parts[0]).toEqual(line.parent)
          expect(parts.at(-1)).toEqual(line.parent)
          parts.slice(1).forEach((part, index) => {
            const from = parts[index]
            const ways = from ? bills.usesOf(from) : []
            expect(ways.flatMap((way) => [way.component, ...way.substitutes])).toContain(part.partNumber)
          })
        }
      }),
      { numRuns: 300 }
    )
  })
})
