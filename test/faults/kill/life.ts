import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { createRandom, type Random } from '../../../src/core/random.ts'
import { docksideJson } from '../../../scripts/drive/command-line.ts'
import { waitFor } from '../../../scripts/drive/wait-for.ts'
import { listenVirtualPrinter } from '../../../src/main/devices/printer/virtual/listen.ts'
import type { LabelOutside } from '../../../src/main/services/outside-rows.ts'
import { runStation } from '../../helpers/running-station.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'
import { goodsFolder, NOBODY_LISTENS } from '../../helpers/workshop.ts'
import { answeredScans, pictureOf } from '../../helpers/picture.ts'
import { firstSteps, randomSteps } from './random-steps.ts'
import { runAndKill, type KillPoint } from './run-and-kill.ts'
import { takeStep, type Step } from './step.ts'

const MEDIA = { widthMm: 51, heightMm: 25, dpi: 203 } as const
const STEPS_A_RUN = 40
const NOT_BEFORE_THE_END: KillPoint = { kind: 'statement', number: 0 }

/**
 * The life of a station that is killed again and again, beside that of a twin which never is.
 *
 * After each kill its store must be sound and hold what the twin holds: all that was answered, and of the step that was
 * under way all or nothing.
 */
export async function liveThroughKills(seed: number, kills: number): Promise<void> {
  const random = createRandom(seed)
  const paper = temporaryFolder()
  const printer = await listenVirtualPrinter({ host: '127.0.0.1', port: 0, media: MEDIA, folder: paper })
  onTestFinished(() => printer.close())
  const folder = await goodsFolder(printer.port)
  const twinFolder = await goodsFolder(NOBODY_LISTENS)
  const twin = await runStation(twinFolder)

  await runAndKill(folder, firstSteps(), NOT_BEFORE_THE_END)
  for (const step of firstSteps()) await takeStep(twin.station.api, step)
  expect(pictureOf(folder)).toEqual(pictureOf(twinFolder))

  for (let kill = 0; kill < kills; kill += 1) {
    const steps = randomSteps(random.below(2 ** 31), STEPS_A_RUN)
    const point = pointOf(random)
    const { answers } = await runAndKill(folder, steps, point)
    const where = `seed ${seed}, kill ${kill + 1} (${JSON.stringify(point)}), after ${answers.length} answers`
    const told: string[] = []
    for (const step of steps.slice(0, answers.length)) told.push(await takeStep(twin.station.api, step))
    expect(answers, where).toEqual(told)
    expect(await docksideJson(folder, 'verify'), where).toMatchObject({ ok: true, problems: [] })
    const underWay = steps[answers.length]
    if (underWay && (await wasKept(underWay))) await takeStep(twin.station.api, underWay)
    expect(pictureOf(folder), where).toEqual(pictureOf(twinFolder))
    expect(answeredScans(folder), where).toEqual(answeredScans(twinFolder))
  }
  await twin.close()
  await checkPaper(`seed ${seed}`)

  /** Whether the step that nobody heard answered is in the store nevertheless. */
  async function wasKept(step: Step): Promise<boolean> {
    if (step.kind === 'scan') return answeredScans(folder).length > answeredScans(twinFolder).length
    const differs = JSON.stringify(pictureOf(folder)) !== JSON.stringify(pictureOf(twinFolder))
    return differs
  }

  /** Every label has come out once, but for those of which nobody can know. */
  async function checkPaper(where: string): Promise<void> {
    const after = await runStation(folder)
    const { printing } = after.station.api
    const labels = async () => await docksideJson<LabelOutside[]>(folder, 'labels')
    await waitFor('the last label', async () => {
      // A printer whose labels are in doubt waits for a person, who here leaves them in doubt.
      for (const { printer } of await printing.stopped({})) await printing.goOn({ printer })
      return (await labels()).every(({ state }) => state === 'printed' || state === 'unknown') ? true : undefined
    })
    await after.close()
    await printer.printer.idle()
    const texts = readdirSync(paper)
      .filter((name) => name.endsWith('.zpl'))
      .map((name) => readFileSync(join(paper, name), 'latin1'))
    // A place's label bears no number of its own.
    const numbers = texts.flatMap((text) => /DS\d{8}/.exec(text)?.[0] ?? [])
    expect(new Set(numbers).size, where).toBe(numbers.length)
    const printed = (await labels()).filter(({ state }) => state === 'printed')
    const ofGoods = printed.filter(({ kind }) => kind !== 'location').map(({ label }) => label)
    expect(numbers, where).toEqual(expect.arrayContaining(ofGoods))
    expect(texts.length, where).toBeGreaterThanOrEqual(printed.length)
    expect(await docksideJson(folder, 'verify'), where).toMatchObject({ ok: true, problems: [] })
  }
}

function pointOf(random: Random): KillPoint {
  return random.chance(0.6)
    ? { kind: 'statement', number: 1 + random.below(250) }
    : { kind: 'moment', answers: random.below(STEPS_A_RUN), afterMs: random.below(12) }
}
