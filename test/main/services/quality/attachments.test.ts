import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { instantOf } from '../../../../src/core/clock.ts'
import { MAX_ATTACHMENT_BYTES } from '../../../../src/core/quality/attachment.ts'
import type { RowId } from '../../../../src/core/ids.ts'
import { databaseFile, openDatabase } from '../../../../src/main/commands/open.ts'
import { createIssuesApi } from '../../../../src/main/services/quality/api.ts'
import { attachFile, saveCopy } from '../../../../src/main/services/quality/attach.ts'
import { closeIssue } from '../../../../src/main/services/quality/change-issue.ts'
import { issueDetail } from '../../../../src/main/services/quality/issue-view.ts'
import { raiseIssue } from '../../../../src/main/services/quality/raise-issue.ts'
import { backUp } from '../../../../src/main/store/backup.ts'
import { attachmentFolder } from '../../../../src/main/store/attachment-files.ts'
import { attachmentProblems } from '../../../../src/main/store/verify/attachments.ts'
import { temporaryFolder } from '../../../helpers/temporary-folder.ts'
import { newStore, scan, stationWithOrder } from '../../../helpers/store.ts'

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

function stationWithIssue(dataFolder = temporaryFolder(), db = newStore()) {
  const station = stationWithOrder(db)
  scan(station, 'PO-1', 'CAPTURED', 'A1', 'DS:DONE', 'DS:DONE')
  const raised = raiseIssue(station, {
    subject: { kind: 'row', row: 1 as RowId },
    title: 'Cracked housing',
    description: '',
    severity: 'major',
    holds: false
  })
  if (raised.kind === 'refused') throw new Error(raised.message)
  return { station, issue: raised.issue, dataFolder }
}

describe('a file of an issue', () => {
  it('is kept under the hash of its bytes, and the issue names it', () => {
    const { station, issue, dataFolder } = stationWithIssue()
    expect(attachFile(station, dataFolder, issue, { name: '../crack.png', bytes: PNG }).kind).toBe('allowed')
    expect(readFileSync(join(dataFolder, 'attachments', hashOf(PNG)))).toEqual(Buffer.from(PNG))
    expect(readdirSync(attachmentFolder(dataFolder))).toEqual([hashOf(PNG)])
    expect(issueDetail(station, issue).history.at(-1)).toMatchObject({
      event: 'issue-attached',
      words: 'File crack.png added to Q-2026-00001',
      attachment: { name: 'crack.png', sizeBytes: PNG.byteLength, isImage: true }
    })
    expect(attachmentProblems(station.db, attachmentFolder(dataFolder))).toEqual([])
  })

  it('is stored once when it is added twice, and is never written over', () => {
    const { station, issue, dataFolder } = stationWithIssue()
    attachFile(station, dataFolder, issue, { name: 'one.png', bytes: PNG })
    const file = join(attachmentFolder(dataFolder), hashOf(PNG))
    const before = statSync(file)
    attachFile(station, dataFolder, issue, { name: 'two.png', bytes: PNG })
    const after = statSync(file)
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs])
    expect(readdirSync(attachmentFolder(dataFolder))).toHaveLength(1)
    expect(issueDetail(station, issue).history.map(({ attachment }) => attachment?.name)).toEqual([
      undefined,
      'one.png',
      'two.png'
    ])
  })

  it('is refused when it is empty, too large, or of a closed issue, and nothing is written', () => {
    const { station, issue, dataFolder } = stationWithIssue()
    const add = (bytes: Uint8Array) => attachFile(station, dataFolder, issue, { name: 'x', bytes })
    expect(add(new Uint8Array())).toMatchObject({ reason: 'file-empty' })
    expect(add(new Uint8Array(MAX_ATTACHMENT_BYTES + 1))).toMatchObject({ reason: 'file-too-large' })
    closeIssue(station, issue, 'Nothing found')
    expect(add(PNG)).toMatchObject({ reason: 'closed' })
    expect(existsSync(attachmentFolder(dataFolder))).toBe(false)
  })

  it('leaves no row behind when its bytes cannot be kept', () => {
    const { station, issue, dataFolder } = stationWithIssue()
    writeFileSync(attachmentFolder(dataFolder), 'a file where the folder belongs')
    expect(() => attachFile(station, dataFolder, issue, { name: 'x', bytes: PNG })).toThrow('could not be written')
    expect(issueDetail(station, issue).history).toHaveLength(1)
  })

  it('is finished after a power cut left half of it', () => {
    const { station, issue, dataFolder } = stationWithIssue()
    mkdirSync(attachmentFolder(dataFolder))
    writeFileSync(join(attachmentFolder(dataFolder), `${hashOf(PNG)}.part`), 'half')
    attachFile(station, dataFolder, issue, { name: 'x.png', bytes: PNG })
    expect(readdirSync(attachmentFolder(dataFolder))).toEqual([hashOf(PNG)])
  })

  it('is named by verify when it is missing or altered, and never shown then', async () => {
    const { station, issue, dataFolder } = stationWithIssue()
    attachFile(station, dataFolder, issue, { name: 'x.png', bytes: PNG })
    const file = join(attachmentFolder(dataFolder), hashOf(PNG))
    const api = createIssuesApi({ context: station, dataFolder, writable: (work) => work(), issuesChanged: () => {} })
    expect((await api.picture({ attachment: 1 })).image).toBe(
      `data:image/png;base64,${Buffer.from(PNG).toString('base64')}`
    )
    writeFileSync(file, 'something else')
    expect(attachmentProblems(station.db, attachmentFolder(dataFolder))).toEqual([
      {
        rule: 'the files of issues are there',
        subject: `issue Q-2026-00001, file ${hashOf(PNG)}`,
        found: 'altered',
        expected: 'whole'
      }
    ])
    await expect(api.picture({ attachment: 1 })).rejects.toThrow('was altered')
    expect(() => attachFile(station, dataFolder, issue, { name: 'x.png', bytes: PNG })).toThrow('not written over')
    rmSync(file)
    expect(attachmentProblems(station.db, attachmentFolder(dataFolder))).toMatchObject([{ found: 'missing' }])
    await expect(api.picture({ attachment: 1 })).rejects.toThrow('is gone')
  })

  it('is shown only where it is a picture: script stays a file', async () => {
    const { station, issue, dataFolder } = stationWithIssue()
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    attachFile(station, dataFolder, issue, { name: 'photo.png', bytes: svg })
    const api = createIssuesApi({ context: station, dataFolder, writable: (work) => work(), issuesChanged: () => {} })
    expect(issueDetail(station, issue).history.at(-1)?.attachment).toMatchObject({ isImage: false })
    await expect(api.picture({ attachment: 1 })).rejects.toThrow('no picture that the window shows')
  })

  it('is copied for other programs under its own name, never over another file', () => {
    const { station, issue, dataFolder } = stationWithIssue()
    attachFile(station, dataFolder, issue, { name: 'x.png', bytes: PNG })
    const first = saveCopy(station.db, dataFolder, 1)
    expect(first).toBe(join(dataFolder, 'exports', issue, 'x.png'))
    expect(saveCopy(station.db, dataFolder, 1)).toBe(join(dataFolder, 'exports', issue, 'x (2).png'))
    expect(readFileSync(first)).toEqual(Buffer.from(PNG))
  })

  it('goes along with a backup, and one that is gone is named there', async () => {
    const dataFolder = temporaryFolder()
    const db = openDatabase(dataFolder)
    onTestFinished(() => void db.close())
    const { station, issue } = stationWithIssue(dataFolder, db)
    attachFile(station, dataFolder, issue, { name: 'x.png', bytes: PNG })
    const folder = join(dataFolder, 'backups')
    const backup = (at: number) =>
      backUp({
        database: databaseFile(dataFolder),
        attachments: attachmentFolder(dataFolder),
        folder,
        at: instantOf(at)
      })
    expect((await backup(0)).missing).toEqual([])
    expect(readFileSync(join(folder, 'attachments', hashOf(PNG)))).toEqual(Buffer.from(PNG))
    rmSync(join(attachmentFolder(dataFolder), hashOf(PNG)))
    expect((await backup(1)).missing).toEqual([hashOf(PNG)])
    expect(readdirSync(join(folder, 'attachments'))).toEqual([hashOf(PNG)])
  })
})
