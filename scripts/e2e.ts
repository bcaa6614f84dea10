// End-to-end tests by name: npm run e2e -- receiving
import { buildIfNeeded } from './build.ts'
import { runProgram } from './checks/program.ts'
import { withDisplay } from './display.ts'

buildIfNeeded()
const { ok } = await withDisplay(() =>
  runProgram('playwright/cli.js', ['test', ...process.argv.slice(2)], { live: true })
)
process.exitCode = ok ? 0 : 1
