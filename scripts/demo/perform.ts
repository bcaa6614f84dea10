import type { Page } from 'playwright'
import type { Clerk, Heard } from '../drive/clerk.ts'
import { takePictures } from './pictures.ts'
import type { ScanStep, Step } from './story.ts'

/** One scan, and what came of it. */
export interface PerformedScan extends Heard {
  readonly words: string
  readonly expected: string
  readonly ms: number
}

export interface Stage {
  readonly page: Page
  readonly clerk: Clerk
  readonly pictureFolder: string
  readonly say: (line: string) => void
}

/** Plays the story in the real window. An unexpected sound stops nothing, and is told in the result. */
export async function perform(stage: Stage, story: readonly Step[]): Promise<readonly PerformedScan[]> {
  const performed: PerformedScan[] = []
  for (const step of story) {
    if (step.kind === 'picture') await takePictures(stage.page, stage.pictureFolder, `receiving-${step.name}`)
    else performed.push(await performScan(stage, step))
  }
  return performed
}

async function performScan({ clerk, say }: Stage, { words, scan, hears }: ScanStep): Promise<PerformedScan> {
  const from = performance.now()
  const heard = await clerk.scan(scan)
  const ms = Math.round(performance.now() - from)
  say(`  The clerk ${words}\n      ${heard.sound.padEnd(14)} ${heard.title}. ${heard.message}`)
  if (heard.sound !== hears) say(`      EXPECTED ${hears}`)
  return { ...heard, words, expected: hears, ms }
}
