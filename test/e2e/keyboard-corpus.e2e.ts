import { expect, test as base } from 'playwright/test'
import { goTo } from './dock/look.ts'
import { scanBlock, type Block } from './x11/block.ts'
import { randomScan, scanOf } from './x11/corpus.ts'
import { GS, SEPARATORS, strokesOf } from './x11/keys.ts'
import { TYPED, typedStrokes } from './x11/person.ts'
import { PLACES, stockPlaces, type Place } from './x11/places.ts'
import { createRandom, type Random } from '../../src/core/random.ts'
import { LAYOUTS, openWorkplace, type Layout, type Locks, type Workplace } from './x11/workplace.ts'

const test = base.extend<object, { readonly workplace: Workplace }>({
  workplace: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const workplace = await openWorkplace()
      await stockPlaces(workplace)
      workplace.journal.skip()
      await use(workplace)
      await workplace.close()
    },
    { scope: 'worker' }
  ]
})

/** How many scans of each layout, each state of the locks and each kind of separators; a few of each layout without it. */
const SCANS = Number(process.env.KEYBOARD_SCANS ?? 0)
const SEED = Number(process.env.KEYBOARD_SEED ?? Date.now() % 1_000_000)

const NO_LOCKS: Locks = { caps: false, num: false }
const ALL_LOCKS: readonly [Locks, ...Locks[]] = [
  NO_LOCKS,
  { caps: true, num: false },
  { caps: false, num: true },
  { caps: true, num: true }
]
const ALL_PLACES = Object.keys(PLACES) as [Place, ...Place[]]
const BLOCK_SCANS = 20
const SOME_BLOCKS = 3
const SOME_SCANS = 4
const BLOCK_TIMEOUT_MS = 60_000

/** Half of the kinds of separators, the other half on the next layout, each in another place with other locks. */
function someBlocks(layout: Layout, random: Random): readonly Block[] {
  const first = SEED + Object.keys(LAYOUTS).indexOf(layout) * SOME_BLOCKS
  return Array.from({ length: SOME_BLOCKS }, (_, index) => {
    const separators = atTurn(SEPARATORS, first + index)
    return {
      locks: atTurn(ALL_LOCKS, first + index),
      place: atTurn(ALL_PLACES, first + index),
      scans: Array.from({ length: SOME_SCANS }, () => randomScan(random, separators))
    }
  })
}

function atTurn<T>(choices: readonly [T, ...T[]], turn: number): T {
  return choices[turn % choices.length] ?? choices[0]
}

function allBlocks(random: Random): readonly Block[] {
  const scansOfPlace = Math.ceil(SCANS / ALL_PLACES.length)
  const blocksOfPlace = Math.ceil(scansOfPlace / BLOCK_SCANS)
  return ALL_LOCKS.flatMap((locks) =>
    SEPARATORS.flatMap((separators) =>
      ALL_PLACES.flatMap((place) =>
        Array.from({ length: blocksOfPlace }, () => ({
          locks,
          place,
          scans: Array.from({ length: Math.ceil(scansOfPlace / blocksOfPlace) }, () => randomScan(random, separators))
        }))
      )
    )
  )
}

for (const layout of Object.keys(LAYOUTS) as Layout[]) {
  test(`every scan arrives whole on a ${LAYOUTS[layout]} keyboard, and nothing of it anywhere else`, async ({
    workplace
  }) => {
    const random = createRandom(SEED)
    const blocks = SCANS > 0 ? allBlocks(random) : someBlocks(layout, random)
    test.setTimeout(BLOCK_TIMEOUT_MS * blocks.length)
    workplace.setLayout(layout)
    const wrong: object[] = []
    let right = 0
    for (const block of blocks) {
      const result = await scanBlock(workplace, block)
      right += result.right
      wrong.push(...result.wrong)
    }
    const scans = blocks.reduce((sum, block) => sum + block.scans.length, 0)
    const count = `${LAYOUTS[layout]}: ${right} of ${scans} scans right, ${wrong.length} leaks and losses (KEYBOARD_SEED=${SEED})`
    process.stdout.write(`${count}\n`)
    expect(wrong, count).toEqual([])
    expect(right).toBe(scans)
  })

  test(`a person's typing on a ${LAYOUTS[layout]} keyboard arrives whole, accents too, and is no scan`, async ({
    workplace
  }) => {
    const { dock, journal, keyboard } = workplace
    workplace.setLayout(layout)
    await workplace.setLocks(NO_LOCKS)
    const screen = await goTo(dock.page, 'Receiving')
    const field = screen.getByRole('textbox', { name: 'Type a code' })
    await field.fill('')
    await field.focus()
    await keyboard.press(typedStrokes(TYPED[layout].keys, createRandom(SEED)))
    await expect(field, `KEYBOARD_SEED=${SEED}`).toHaveValue(TYPED[layout].text)
    await keyboard.press(strokesOf([{ keys: ['Enter'] }], [150]))
    expect(await journal.next(1)).toMatchObject([{ text: TYPED[layout].text, scanner: 'screen' }])
    await expect(field).toHaveValue('')
  })
}

test('scanners are understood at 1 to 50 ms a key', async ({ workplace }) => {
  workplace.setLayout('cz')
  for (const gapMs of [1, 2, 5, 10, 20, 30, 40, 48]) {
    const scans = [scanOf(`P=12'7${GS}Q${gapMs}`, 'control', gapMs)]
    expect(await scanBlock(workplace, { locks: NO_LOCKS, place: 'a text field', scans })).toEqual({
      right: 1,
      wrong: []
    })
  }
})

test("a person's shortcut that may begin a scan does what it always does", async ({ workplace }) => {
  const { dock, keyboard } = workplace
  workplace.setLayout('us')
  await workplace.setLocks(NO_LOCKS)
  const screen = await goTo(dock.page, 'Receiving')
  const field = screen.getByRole('textbox', { name: 'Type a code' })
  await field.fill('to be replaced')
  await field.focus()
  await keyboard.press(strokesOf([{ keys: ['ControlLeft', 'KeyA'] }, { keys: ['KeyX'] }], [200, 300]))
  await expect(field).toHaveValue('x')
  await field.fill('')
})

test('no developer tools open by their keys, and scans come as before', async ({ workplace }) => {
  const { keyboard, watch } = workplace
  workplace.setLayout('us')
  await PLACES.nothing(workplace)
  const before = await watch.state()
  const openers = [{ keys: ['F12'] }, { keys: ['ControlLeft', 'ShiftLeft', 'KeyI'] }]
  await keyboard.press(strokesOf(openers, [200, 200]))
  const scans = [scanOf(`01095${GS}21AB`, 'control', 10)]
  expect(await scanBlock(workplace, { locks: NO_LOCKS, place: 'nothing', scans })).toEqual({ right: 1, wrong: [] })
  await workplace.dock.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.openDevTools())
  expect(await watch.state()).toEqual(before)
})
