import { issueOutside } from '../services/quality/outside.ts'
import { snapshot } from '../store/database.ts'
import { searchIssues, type IssueFilter } from '../store/issue-search.ts'
import { reading } from './open.ts'
import { done, type CommandResult } from './result.ts'
import { textTable } from './text-table.ts'

export async function listIssues(dataFolder: string, openOnly: boolean): Promise<CommandResult> {
  const filter: IssueFilter = { search: '', show: openOnly ? 'open' : 'all', severity: null }
  const issues = await reading(dataFolder, (db) =>
    snapshot(db, () => searchIssues(db, filter, 0, Infinity).issues.map((issue) => issueOutside(db, issue)))
  )
  const columns = [
    'issue',
    'state',
    'on_hold',
    'severity',
    'part_number',
    'serial',
    'lot',
    'location',
    'title',
    'raised_by'
  ]
  return done(issues, textTable(issues, columns, openOnly ? 'No open issues.' : 'No issues.'))
}
