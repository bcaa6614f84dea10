import { describe, expect, it, onTestFinished } from 'vitest'
import { forkSpoolHelper, type SpoolHelper } from '../../../../../src/main/devices/printer/queue/spool-helper.ts'
import type { SpoolAnswer, SpoolQuestion } from '../../../../../src/main/devices/printer/queue/spool-messages.ts'
import { createWindowsSpooler } from '../../../../../src/main/devices/printer/queue/windows-spooler.ts'
import { explainWindowsQueue, windowsJobLook } from '../../../../../src/main/devices/printer/queue/winspool-states.ts'
import { temporaryFolder } from '../../../../helpers/temporary-folder.ts'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

/** Stands for the helper process: answers each question as the test says; undefined says nothing. */
function helperThat(answer: (question: SpoolQuestion) => SpoolAnswer | undefined) {
  const questions: SpoolQuestion[] = []
  const ends: (() => void)[] = []
  let kills = 0
  const start = (): SpoolHelper => {
    let tell: Parameters<SpoolHelper['onReply']>[0] = () => {}
    return {
      send: ({ id, question }) => {
        questions.push(question)
        const said = answer(question)
        if (said) tell({ id, answer: said })
      },
      onReply: (listener) => {
        tell = listener
      },
      onEnd: (listener) => void ends.push(listener),
      kill: () => (kills += 1)
    }
  }
  return { start, questions, starts: () => ends.length, kills: () => kills, end: () => ends.at(-1)?.() }
}

const READY = { kind: 'queue', status: 0, attributes: 0x40 } as const
const failed = (code: number, began = false): SpoolAnswer => ({
  kind: 'failed',
  code,
  message: `error ${code}.`,
  began
})
const LABEL = Buffer.from([0, 0xff, 0x5e])

describe('the print spooler of Windows', () => {
  it('is handed bytes as they are, and gives the number of the job', async () => {
    const helper = helperThat(({ what }) => (what === 'submit' ? { kind: 'submitted', job: 7 } : READY))
    const spooler = createWindowsSpooler(helper.start)
    expect(await spooler.submit('Zebra', 'label', LABEL)).toBe(7)
    expect(helper.questions).toEqual([{ what: 'submit', queue: 'Zebra', title: 'label', bytes: LABEL }])
    expect(await spooler.lookAtQueue('Zebra')).toEqual({ kind: 'ready' })
    expect(helper.starts()).toBe(1)
  })

  it('vouches that nothing was taken where it failed before the job began, and not after', async () => {
    const answers = [failed(1801), failed(112, true)]
    const spooler = createWindowsSpooler(helperThat(() => answers.shift()).start)
    await expect(spooler.submit('Zebra', 'label', LABEL)).rejects.toMatchObject({
      message: expect.stringContaining('no print queue Zebra'),
      details: { handedOver: false }
    })
    await expect(spooler.submit('Zebra', 'label', LABEL)).rejects.toMatchObject({ details: { handedOver: true } })
  })

  it.each([
    [1804, /Generic \/ Text Only/],
    [1722, /service “Print Spooler”/],
    [5, /refused: error 5\./]
  ])('says by the number of a failure what to do: %i', async (code, words) => {
    const spooler = createWindowsSpooler(helperThat(() => failed(code)).start)
    expect(await spooler.lookAtQueue('Zebra')).toMatchObject({
      trouble: 'no-spooler',
      message: expect.stringMatching(words)
    })
    await expect(spooler.queues()).rejects.toMatchObject({ code: 'printer-unreachable' })
  })

  it('is asked by a helper that is started again when it has ended', async () => {
    let isMute = true
    const helper = helperThat(() => (isMute ? undefined : { ...READY, status: 1 }))
    const spooler = createWindowsSpooler(helper.start)
    const asking = spooler.lookAtQueue('Zebra')
    helper.end()
    expect(await asking).toMatchObject({ kind: 'trouble', trouble: 'no-spooler' })
    isMute = false
    expect(await spooler.lookAtQueue('Zebra')).toMatchObject({ trouble: 'stopped' })
    expect(helper.starts()).toBe(2)
  })

  it('ends a helper that hangs, with all that was asked, and asks another one', async () => {
    let isMute = true
    const helper = helperThat(() => (isMute ? undefined : READY))
    const spooler = createWindowsSpooler(helper.start, 20)
    const submitting = spooler.submit('Zebra', 'label', LABEL)
    const outcome = expect(submitting).rejects.toMatchObject({ code: 'printer-unreachable', details: {} })
    expect(await spooler.lookAtQueue('Zebra')).toMatchObject({
      trouble: 'no-spooler',
      message: expect.stringContaining('does not answer')
    })
    await outcome
    expect(helper.kills()).toBe(1)
    isMute = false
    expect(await spooler.lookAtQueue('Zebra')).toEqual({ kind: 'ready' })
    expect(helper.starts()).toBe(2)
  })

  it('is out of reach while its helper cannot even be started', async () => {
    const spooler = createWindowsSpooler(() => {
      throw new Error('spawn UNKNOWN')
    })
    expect(await spooler.lookAtQueue('Zebra')).toMatchObject({ kind: 'trouble', trouble: 'no-spooler' })
    await expect(spooler.queues()).rejects.toMatchObject({ code: 'printer-unreachable' })
  })

  it('lets one queue hang by itself', async () => {
    const helper = helperThat((question) => ('queue' in question && question.queue === 'Far' ? undefined : READY))
    const spooler = createWindowsSpooler(helper.start)
    const far = spooler.lookAtQueue('Far')
    expect(await spooler.lookAtQueue('Near')).toEqual({ kind: 'ready' })
    spooler.close()
    expect(await far).toMatchObject({ trouble: 'no-spooler' })
    expect(helper.kills()).toBe(2)
  })

  it('answers nothing after it was closed, and starts nothing', async () => {
    const helper = helperThat(() => READY)
    const spooler = createWindowsSpooler(helper.start)
    spooler.close()
    await expect(spooler.lookAtJob('Zebra', 1)).rejects.toMatchObject({ code: 'printer-unreachable' })
    expect(helper.starts()).toBe(0)
  })

  it('says which queues there are, and of one that is gone that it is', async () => {
    const spooler = createWindowsSpooler(
      helperThat(({ what }) => (what === 'queues' ? { kind: 'queues', names: ['Zebra', 'PDF'] } : failed(1801))).start
    )
    expect(await spooler.queues()).toEqual(['Zebra', 'PDF'])
    expect(await spooler.lookAtQueue('Zebra')).toMatchObject({ trouble: 'deleted' })
    expect(await spooler.lookAtJob('Zebra', 7)).toBe('forgotten')
  })

  it('forgets a job that it handed on; one that it held up before may have been taken out', async () => {
    const states = [0x10, null, 0x40, null]
    const spooler = createWindowsSpooler(helperThat(() => ({ kind: 'job', status: states.shift() ?? null })).start)
    expect([await spooler.lookAtJob('Zebra', 7), await spooler.lookAtJob('Zebra', 7)]).toEqual([
      'under-way',
      'handed-on'
    ])
    expect([await spooler.lookAtJob('Zebra', 8), await spooler.lookAtJob('Zebra', 8)]).toEqual(['waiting', 'forgotten'])
  })

  it('takes a job for no other one that had its number before, or has it in another queue', async () => {
    const states = [0x4, null, null]
    const helper = helperThat(({ what }) =>
      what === 'submit' ? { kind: 'submitted', job: 7 } : { kind: 'job', status: states.shift() ?? null }
    )
    const spooler = createWindowsSpooler(helper.start)
    expect(await spooler.lookAtJob('Zebra', 7)).toBe('broken-off')
    expect(await spooler.lookAtJob('Other', 7)).toBe('handed-on')
    await spooler.submit('Zebra', 'label', LABEL)
    expect(await spooler.lookAtJob('Zebra', 7)).toBe('handed-on')
  })

  it('says of a queue what its job says of the printer, until the job is done', async () => {
    const states = [0x22, 0x80]
    const helper = helperThat(({ what }) =>
      what === 'queue' ? READY : { kind: 'job', status: states.shift() ?? null }
    )
    const spooler = createWindowsSpooler(helper.start)
    await spooler.lookAtJob('Zebra', 7)
    expect(await spooler.lookAtQueue('Zebra')).toMatchObject({ trouble: 'printer-unreachable' })
    await spooler.lookAtJob('Zebra', 7)
    expect(await spooler.lookAtQueue('Zebra')).toEqual({ kind: 'ready' })
  })

  it('lets a queue go on whose held-up job was taken out', async () => {
    const helper = helperThat(({ what }) => (what === 'queue' ? READY : { kind: 'job', status: 0x7 }))
    const spooler = createWindowsSpooler(helper.start)
    expect(await spooler.lookAtJob('Zebra', 7)).toBe('broken-off')
    expect(await spooler.lookAtQueue('Zebra')).toEqual({ kind: 'ready' })
  })

  it.each([
    [{}, 'ready'],
    [{ status: 0x400 }, 'ready'],
    [{ status: 0x1 }, 'stopped'],
    [{ jobs: [0, 0x1] }, 'stopped'],
    [{ attributes: 0x400 }, 'stopped'],
    [{ status: 0x4 }, 'refusing'],
    [{ status: 0x80 }, 'printer-unreachable'],
    [{ jobs: [0x20] }, 'printer-unreachable'],
    [{ status: 0x10 }, 'printer-fault'],
    [{ status: 0x40_0000 }, 'printer-fault'],
    [{ jobs: [0x40] }, 'printer-fault'],
    [{ jobs: [0x2] }, 'printer-fault']
  ] as const)('says by the numbers of a queue how it stands: %j is %s', (numbers, expected) => {
    const look = explainWindowsQueue('Zebra', { status: 0, attributes: 0, jobs: [], ...numbers })
    expect(look.kind === 'ready' ? 'ready' : look.trouble).toBe(expected)
  })

  it.each([
    [0x8, 'waiting'],
    [0x10, 'under-way'],
    [0x80, 'handed-on'],
    [0x1000, 'handed-on'],
    [0x4, 'broken-off']
  ] as const)('says by the number of a job how it stands: %i is %s', (status, expected) => {
    expect(windowsJobLook(status, undefined)).toBe(expected)
  })
})

describe('the helper process for the print queues of Windows', () => {
  const WORKER = fileURLToPath(new URL('../../../../../src/main/workers/windows-spool.ts', import.meta.url))

  it('says that nothing was taken on a computer without the spooler of Windows', async () => {
    const spooler = createWindowsSpooler(() => forkSpoolHelper(WORKER))
    onTestFinished(() => spooler.close())
    await expect(spooler.submit('Zebra', 'label', LABEL)).rejects.toMatchObject({
      message: expect.stringContaining('winspool.drv'),
      details: { handedOver: false }
    })
  })

  it('is ended while it hangs in a function that never returns', async () => {
    const file = join(temporaryFolder(), 'hangs.cjs')
    writeFileSync(file, 'process.on("message", () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0))')
    const ended: Promise<void>[] = []
    const spooler = createWindowsSpooler(() => {
      const helper = forkSpoolHelper(file)
      ended.push(new Promise((resolve) => helper.onEnd(resolve)))
      return helper
    }, 300)
    expect(await spooler.lookAtQueue('Zebra')).toMatchObject({ trouble: 'no-spooler' })
    const closing = spooler.lookAtQueue('Zebra')
    spooler.close()
    expect(await closing).toMatchObject({ trouble: 'no-spooler' })
    await Promise.all(ended)
    expect(ended).toHaveLength(2)
  })
})
