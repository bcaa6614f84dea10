import { homedir } from 'node:os'
import { Command, CommanderError } from 'commander'
import { StationError } from '../core/errors.ts'
import { backup } from './commands/backup.ts'
import { exportFile } from './commands/export-file.ts'
import { importFile } from './commands/import-file.ts'
import { listIssues } from './commands/issues.ts'
import { listCounts } from './commands/list-counts.ts'
import { listInventory, listLabels, listReceipts } from './commands/lists.ts'
import { addOperatorByHand, listOperators } from './commands/operators.ts'
import { previewNumbers, type PreviewOptions } from './commands/preview-numbers.ts'
import { renderLabelFile } from './commands/render-label.ts'
import { listScans, type ScansOptions } from './commands/scans.ts'
import { setTracking } from './commands/set-tracking.ts'
import { restore } from './commands/restore.ts'
import type { CommandResult } from './commands/result.ts'
import { trace, type TraceOptions } from './commands/trace.ts'
import { verify } from './commands/verify.ts'
import { HANDS_HELP, runVirtualPrinter } from './commands/virtual-printer.ts'
import type { VirtualPrinterWords } from './commands/virtual-printer-options.ts'
import { dataFolderOf, platformDataFolder } from './data-folder.ts'
import { TRACE_TABLES } from './services/tracing/tables.ts'

/** Where a command writes and what surrounds it: `process`, or a stand-in. */
export interface CliSurroundings {
  readonly stdout: { write(text: string): unknown }
  readonly stderr: { write(text: string): unknown }
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: string
}

/** Where this file, or the bundle that it is part of, is. */
const programFolder = import.meta.dirname

/**
 * Runs one command of the command line.
 *
 * @param argv the arguments behind the program's name
 * @returns the exit status: 0 done, 1 refused with the reason, 2 used wrongly
 */
export async function runCli(argv: readonly string[], surroundings: CliSurroundings): Promise<number> {
  const json = argv.includes('--json')
  let result: CommandResult | undefined
  const program = describeProgram(surroundings, (outcome) => {
    result = outcome
  })
  try {
    await program.parseAsync([...argv], { from: 'user' })
  } catch (error) {
    return explain(error, json, surroundings)
  }
  if (!result) return 0
  surroundings.stdout.write(`${json ? JSON.stringify(result.json, null, 2) : result.text}\n`)
  return result.status
}

function describeProgram(surroundings: CliSurroundings, report: (result: CommandResult) => void): Command {
  const { env, platform, stdout, stderr } = surroundings
  const program = new Command('dockside')
    .description('Receiving station: what it holds, without its window.')
    .option('--data <folder>', 'the data folder')
    .option('--json', 'one JSON document instead of text')
    .exitOverride()
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text) })
  const dataFolder = (): string => {
    const { data } = program.opts<{ data?: string }>()
    return dataFolderOf({
      argv: data === undefined ? [] : ['--data', data],
      env,
      fallback: platformDataFolder(platform, env, homedir())
    })
  }

  program
    .command('import <kind> <file>')
    .description(
      'takes over parts, locations, orders, expected, boms or runs from a CSV or JSON file, or label formats from a JSON file'
    )
    .option('--badge <code>', 'the badge of a lead, where the file has parts tracked in another way')
    .action(async (kind: string, file: string, options: { badge?: string }) =>
      report(await importFile(dataFolder(), kind, file, options.badge ?? null))
    )
  program
    .command('export <kind> <file>')
    .description(
      'writes receipts, inventory, labels, events, boms, runs or scans to a CSV, JSON or JSON Lines file, or label formats to a JSON file'
    )
    .action(async (kind: string, file: string) => report(await exportFile(dataFolder(), kind, file)))
  program
    .command('trace <code>')
    .description('the trace report of a serial, a lot or a part')
    .option('--part <number>', 'which part is meant, where several have a lot of this number')
    .option('--table <table>', `one of its tables: ${TRACE_TABLES.join(', ')}`)
    .option('--out <file>', 'a .csv or .json file to write it to')
    .action(async (code: string, options: TraceOptions) => report(await trace(dataFolder(), code, options)))
  program
    .command('inventory')
    .description('what is in stock')
    .option('--part <number>', 'of one part')
    .option('--location <code>', 'at one place')
    .action(async (options: { part?: string; location?: string }) =>
      report(await listInventory(dataFolder(), options.part ?? null, options.location ?? null))
    )
  program
    .command('issues')
    .description('the issues, the open ones first')
    .option('--open', 'those that are not closed')
    .action(async (options: { open?: boolean }) => report(await listIssues(dataFolder(), options.open === true)))
  program
    .command('receipts')
    .description('what was received')
    .option('--order <number>', 'on one order')
    .action(async (options: { order?: string }) => report(await listReceipts(dataFolder(), options.order ?? null)))
  program
    .command('counts')
    .description('cycle counts, or what is due to be counted')
    .option('--open', 'counts that are neither posted nor thrown away')
    .option('--due', 'places that are to be counted by today')
    .action(async (options: { open?: boolean; due?: boolean }) =>
      report(await listCounts(dataFolder(), { open: options.open === true, due: options.due === true }))
    )
  program
    .command('labels')
    .description('the print ledger')
    .option('--state <state>', 'labels in one state')
    .action(async (options: { state?: string }) => report(await listLabels(dataFolder(), options.state ?? null)))
  program
    .command('scans')
    .description('the scan journal, the oldest scan first')
    .option('--from <day>', 'from this day on, or from an instant')
    .option('--to <day>', 'to this day and all of it, or before an instant')
    .option('--scanner <id>', 'of one scanner')
    .option('--answer <sound>', 'accepted, line-complete, refused, duplicate, attention or unanswered')
    .option('--search <text>', 'with a piece of what was scanned, meant or answered')
    .option('--format <format>', 'table, csv or jsonl', 'table')
    .option('--out <file>', 'a .csv, .json or .jsonl file to write them to')
    .action(async (options: ScansOptions) => report(await listScans(dataFolder(), options)))
  program
    .command('numbers')
    .description('number patterns')
    .command('preview <pattern>')
    .description('the first and last of the next numbers and until when they last, or what is wrong; uses none up')
    .option('--count <number>', 'how many', '1')
    .option('--part <number>', 'the part that bears them')
    .option('--revision <name>', 'its revision, where it has several')
    .action(async (pattern: string, options: PreviewOptions) =>
      report(await previewNumbers(dataFolder(), pattern, options))
    )
  program
    .command('part')
    .description('parts')
    .command('set-tracking <number> <type>')
    .description('has a part tracked by serial, by lot or not at all (untracked) from now on')
    .option('--badge <code>', 'the badge of a lead who approves it, where the station has operators')
    .action(async (number: string, type: string, options: { badge?: string }) =>
      report(await setTracking(dataFolder(), number, type, options.badge ?? null))
    )
  program
    .command('label')
    .description('labels')
    .command('render <code>')
    .description('draws the label of a serial, a lot, a place or a label number as its printer would')
    .requiredOption('--out <file>', 'the PNG file to write')
    .action(async (code: string, options: { out: string }) =>
      report(await renderLabelFile(dataFolder(), code, options.out, programFolder))
    )
  program
    .command('operators')
    .description('who works here: names, roles, and who has left')
    .action(async () => report(await listOperators(dataFolder())))
  program
    .command('operator')
    .description('operators')
    .command('add <badge> <name> <role>')
    .description('adds a clerk, a lead, quality or an admin; the first is an admin')
    .action(async (badge: string, name: string, role: string) =>
      report(await addOperatorByHand(dataFolder(), badge, name, role))
    )
  program
    .command('verify')
    .description('recomputes the event chain, stock, row rules and numbers, and names what is wrong')
    .action(async () => report(await verify(dataFolder(), programFolder)))
  program
    .command('backup <folder>')
    .description('copies the database while the station works, and checks the copy')
    .action(async (folder: string) => report(await backup(dataFolder(), folder)))
  program
    .command('restore <file>')
    .description(
      'puts a backup in the place of the database, which is kept; numbers go on behind those that were given'
    )
    .action((file: string) => report(restore(dataFolder(), file)))
  program
    .command('virtual-printer')
    .description('a ZPL label printer without hardware, to try and to test with: listens until it is ended')
    .requiredOption('--port <number>', 'where it takes labels; 0 for a free port')
    .option('--host <address>', 'where it listens', '127.0.0.1')
    .option('--control <port>', 'where it takes words that do things to it; 0 for a free port')
    .option('--discovery <port>', 'where it answers, by UDP, when a network is asked for its printers: they do at 4201')
    .option('--folder <folder>', 'where labels, its odometer and paper.jsonl are kept; else they are counted and gone')
    .option('--pictures', 'draws each label into the folder')
    .option('--speed <ips>', 'inches a second; without it a label is out as soon as it is taken')
    .option('--width <mm>', 'width of its labels', '51')
    .option('--height <mm>', 'length of its labels, without the gap of 3.175 mm', '25')
    .option('--dpi <dpi>', '203, 300 or 600', '203')
    .option('--buffer <kB>', 'how much it takes before it makes its clients wait', '512')
    .option('--serial <text>', 'its serial number, where the folder has none yet')
    .option('--model <text>', 'what it calls itself')
    .option('--variables <which>', 'all, no-odometer or none, as clones have them', 'all')
    .option('--counts-torn', 'its odometer counts torn labels too')
    .option('--muted-by-faults', 'it answers no ~HS while paper or ribbon is out or its head open')
    .option('--others <how>', 'whether a second client may wait or is refused', 'wait')
    .option('--idle-timeout <seconds>', 'hangs up on a client that is silent for so long')
    .option('--mischief <labels>', 'something happens to it once in so many labels')
    .option('--longest <ms>', 'how long mischief lasts at most that passes by itself', '5000')
    .option('--seed <number>', 'mischief that is the same each time')
    .option('--attended <ms>', 'somebody sees to what stops it within so long')
    .addHelpText('after', HANDS_HELP)
    .action(async (options: VirtualPrinterWords) => {
      const json = program.opts<{ json?: boolean }>().json === true
      await runVirtualPrinter(options, json, programFolder, (line) => stdout.write(`${line}\n`))
    })
  for (const command of withSubcommands(program)) allowSharedOptions(command)
  return program
}

function withSubcommands(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)]
}

/** `--json` and `--data` may stand before or behind a command. */
function allowSharedOptions(command: Command): void {
  command.exitOverride().showHelpAfterError('(add --help for what it takes)')
}

function explain(error: unknown, json: boolean, { stdout, stderr }: CliSurroundings): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0
    // Commander has written its own words for people already.
    if (json) stdout.write(errorDocument({ code: 'usage', message: usageProblem(error), details: {} }))
    return 2
  }
  if (!(error instanceof StationError)) throw error
  const { code, message, details } = error
  if (json) stdout.write(errorDocument({ code, message, details }))
  else stderr.write(`${message}\n`)
  return code === 'usage' ? 2 : 1
}

/** Commander throws its help itself, without a word of what is wrong, where the command is missing. */
function usageProblem({ code, message }: CommanderError): string {
  if (code === 'commander.help') return 'No command was given; --help lists them.'
  return message.replace(/^error: /, '')
}

function errorDocument(error: Pick<StationError, 'code' | 'message' | 'details'>): string {
  return `${JSON.stringify({ error }, null, 2)}\n`
}
