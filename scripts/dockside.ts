// The command line: npm run --silent dockside -- COMMAND
import { runCli } from '../src/main/cli.ts'

process.exitCode = await runCli(process.argv.slice(2), process)
