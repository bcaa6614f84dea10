import type { Verification } from '../../src/main/store/verify.ts'
import type { CheckedLabel } from './check-labels.ts'
import type { PerformedScan } from './perform.ts'

export interface DemoResults {
  readonly electron: string
  readonly order: string
  readonly scans: readonly PerformedScan[]
  readonly labels: readonly CheckedLabel[]
  readonly verification: Verification
  /** What a printer on the network counted, and what the ledger says it was sent. */
  readonly networkPrinter: { readonly counted: number; readonly sent: number }
}

export interface DemoSummary extends DemoResults {
  readonly ok: boolean
  /** Everything that is not as it must be, in words. */
  readonly problems: readonly string[]
}

export function summarize(results: DemoResults): DemoSummary {
  const { scans, labels, verification, networkPrinter } = results
  const problems = [
    ...scans
      .filter(({ sound, expected }) => sound !== expected)
      .map(({ words, sound, expected, title }) => `“${words}” was answered with ${sound} (${title}), not ${expected}`),
    ...labels.flatMap(({ label, copy, problems }) => problems.map((problem) => `${label} copy ${copy} ${problem}`)),
    ...(labels.length === 0 ? ['no label was printed'] : []),
    ...verification.problems.map(({ rule, subject, found }) => `${rule}: ${subject} has ${found}`),
    ...(networkPrinter.counted === networkPrinter.sent
      ? []
      : [`the network printer counted ${networkPrinter.counted} labels, and ${networkPrinter.sent} were sent to it`])
  ]
  return { ...results, ok: problems.length === 0 && verification.ok, problems }
}

export function summaryMarkdown({ ok, problems, electron, order, scans, labels, verification }: DemoSummary): string {
  const { events, rows, movements } = verification.checked
  const refused = scans.filter(({ sound }) => sound === 'refused' || sound === 'duplicate')
  const exact = labels.filter(({ problems }) => problems.length === 0)
  return `# Dockside demo: ${ok ? 'everything is as it must be' : 'NOT everything is as it must be'}

Order ${order} was received in the real window (Electron ${electron}) by ${scans.length} scans, ${refused.length} of them refused as they must be.

- ${exact.length} of ${labels.length} labels are printed, and, drawn from the very bytes that were sent, say what the store holds.
- \`dockside verify\` recomputed ${events} events, ${rows} rows and ${movements} movements: ${verification.ok ? 'nothing is wrong' : 'see below'}.
${problems.length === 0 ? '' : `\n## What is wrong\n\n${problems.map((problem) => `- ${problem}`).join('\n')}\n`}
## What is here

| | |
| --- | --- |
| \`labels/\` | each label: the bytes that were sent (ZPL) and how a printer draws them (PNG) |
| \`screenshots/\` | each screen, in both colour schemes |
| \`inventory.json\`, \`receipts.json\`, \`labels.json\` | what the command line says of the store |
| \`trace.json\`, \`trace.txt\` | the trace report of one unit; \`trace-lot.*\` of one lot |
| \`verify.json\` | the store, recomputed |
| \`data/\` | the station's data folder |

## The scans

| the clerk | heard | and saw |
| --- | --- | --- |
${scans.map(({ words, sound, title, message }) => `| ${cell(words)} | ${sound} | **${cell(title)}** ${cell(message)} |`).join('\n')}
`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
