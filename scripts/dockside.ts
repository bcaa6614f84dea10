// The command line: npm run --silent dockside -- COMMAND
import { runCli } from '../src/main/cli.ts'
import { callerFolder } from './project.ts'

process.chdir(callerFolder())
process.exitCode = await runCli(process.argv.slice(2), process)
