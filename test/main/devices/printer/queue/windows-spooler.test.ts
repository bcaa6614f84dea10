import { describe, expect, it } from 'vitest'
import { powershellCommand } from '../../../../../src/main/devices/printer/queue/powershell.ts'
import {
  createWindowsSpooler,
  type SpoolHelper
} from '../../../../../src/main/devices/printer/queue/windows-spooler.ts'
import { explainWindowsQueue, windowsJobLook } from '../../../../../src/main/devices/printer/queue/winspool-states.ts'

type Request = Readonly<Record<string, unknown>>

/** Stands for PowerShell: answers each request as the test says, one line each; undefined says nothing. */
function helperThat(answer: (request: Request) => object | string | undefined) {
  const requests: Request[] = []
  let starts = 0
  let end = (): void => {}
  const start = (): SpoolHelper => {
    starts += 1
    let tell = (_line: string): void => {}
    return {
      send: (line) => {
        const request = JSON.parse(line) as Request
        requests.push(request)
        const said = answer(request)
        if (typeof said === 'string') tell(said)
        else if (said) tell(JSON.stringify({ ...said, id: request['id'] }))
      },
      onLine: (listener) => {
        tell = listener
      },
      onEnd: (listener) => {
        end = listener
      }
    }
  }
  return { start, requests, starts: () => starts, end: () => end() }
}

describe('the print spooler of Windows', () => {
  it('is handed bytes as they are, and gives the number of the job', async () => {
    const helper = helperThat(({ what }) => (what === 'submit' ? { job: 7 } : { status: 0 }))
    const spooler = createWindowsSpooler(helper.start)
    expect(await spooler.submit('Zebra', 'label', Buffer.from([0, 0xff, 0x5e]))).toBe(7)
    expect(helper.requests[0]).toMatchObject({ what: 'submit', queue: 'Zebra', title: 'label', bytes: 'AP9e' })
    expect(await spooler.lookAtQueue('Zebra')).toEqual({ kind: 'ready' })
    expect(helper.starts()).toBe(1)
  })

  it('vouches that nothing was taken where it failed before the job began, and not after', async () => {
    const answers = [
      { error: 'The printer name is invalid.', code: 1801 },
      { error: 'began: 0', code: 0 }
    ]
    const spooler = createWindowsSpooler(helperThat(() => answers.shift()).start)
    await expect(spooler.submit('Zebra', 'label', new Uint8Array(1))).rejects.toMatchObject({
      message: expect.stringContaining('no print queue Zebra'),
      details: { handedOver: false }
    })
    await expect(spooler.submit('Zebra', 'label', new Uint8Array(1))).rejects.toMatchObject({
      details: { handedOver: true }
    })
  })

  it('is asked by a helper that is started again when it has ended', async () => {
    let isMute = true
    const helper = helperThat(() => (isMute ? undefined : { status: 1 }))
    const spooler = createWindowsSpooler(helper.start)
    const asking = spooler.lookAtQueue('Zebra')
    helper.end()
    expect(await asking).toMatchObject({ kind: 'trouble', trouble: 'no-spooler' })
    isMute = false
    expect(await spooler.lookAtQueue('Zebra')).toMatchObject({ trouble: 'stopped' })
    expect(helper.starts()).toBe(2)
  })

  it('is not waited for without end, and what is no answer is passed over', async () => {
    const spooler = createWindowsSpooler(helperThat(() => 'Windows PowerShell says hello').start, 20)
    expect(await spooler.lookAtQueue('Zebra')).toMatchObject({
      trouble: 'no-spooler',
      message: expect.stringContaining('does not answer')
    })
    await expect(spooler.lookAtJob('Zebra', 1)).rejects.toMatchObject({ code: 'printer-unreachable' })
  })

  it('says which queues there are, and of one that is gone that it is', async () => {
    const spooler = createWindowsSpooler(
      helperThat(({ what }) => (what === 'queues' ? { queues: ['Zebra', 3, 'PDF'] } : { error: 'invalid', code: 1801 }))
        .start
    )
    expect(await spooler.queues()).toEqual(['Zebra', 'PDF'])
    expect(await spooler.lookAtQueue('Zebra')).toMatchObject({ trouble: 'deleted' })
    expect(await spooler.lookAtJob('Zebra', 7)).toBe('forgotten')
  })

  it('forgets a job that it handed on; one that it held up before may have been taken out', async () => {
    const states = [0x10, -1, 0x40, -1]
    const spooler = createWindowsSpooler(helperThat(() => ({ status: states.shift() })).start)
    expect([await spooler.lookAtJob('Zebra', 7), await spooler.lookAtJob('Zebra', 7)]).toEqual([
      'under-way',
      'handed-on'
    ])
    expect([await spooler.lookAtJob('Zebra', 8), await spooler.lookAtJob('Zebra', 8)]).toEqual(['waiting', 'forgotten'])
  })

  it('takes a job for no other one that had its number before, or has it in another queue', async () => {
    const states = [0x4, -1, -1]
    const helper = helperThat(({ what }) => (what === 'submit' ? { job: 7 } : { status: states.shift() }))
    const spooler = createWindowsSpooler(helper.start)
    expect(await spooler.lookAtJob('Zebra', 7)).toBe('broken-off')
    expect(await spooler.lookAtJob('Other', 7)).toBe('handed-on')
    await spooler.submit('Zebra', 'label', new Uint8Array(1))
    expect(await spooler.lookAtJob('Zebra', 7)).toBe('handed-on')
  })

  it.each([
    [0, 'ready'],
    [0x400, 'ready'],
    [0x1, 'stopped'],
    [0x4, 'refusing'],
    [0x80, 'printer-unreachable'],
    [0x10, 'printer-fault'],
    [0x40_0000, 'printer-fault']
  ] as const)('says by the number of a queue how it stands: %i is %s', (status, expected) => {
    const look = explainWindowsQueue('Zebra', status)
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

  it('is asked by a command that fits into a command line of Windows, and carries no quote that would be lost', () => {
    const { program, args } = powershellCommand()
    expect(program).toBe('powershell.exe')
    expect([program, ...args].join(' ').length).toBeLessThan(32_767)
    expect(args.at(-1)).toMatch(/^[A-Za-z0-9+/=]+$/)
    expect(Buffer.from(args.at(-1) ?? '', 'base64').toString('utf16le')).toContain('StartDocPrinterW')
  })
})
