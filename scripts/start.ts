// Opens the station's window and stays until it is closed: npm start -- [--data DIR]
import { spawn } from 'node:child_process'
import { buildIfNeeded } from './build.ts'
import { withDisplay } from './display.ts'
import { callerFolder } from './project.ts'
import { electronLaunch } from './runtime.ts'

buildIfNeeded()
process.exitCode = await withDisplay(() => runStation(process.argv.slice(2)))

function runStation(args: readonly string[]): Promise<number> {
  const launch = electronLaunch()
  if (launch.fallback)
    process.stderr.write(`running on Electron ${launch.version}, which stands in for the current one\n`)
  const station = spawn(launch.executablePath, [...launch.args, ...args], {
    stdio: 'inherit',
    env: launch.env,
    cwd: callerFolder()
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => station.kill(signal))
  return new Promise((resolve, reject) => {
    station.once('error', reject)
    station.once('exit', (status, signal) => {
      if (signal) process.stderr.write(`the station was ended by ${signal}\n`)
      resolve(status ?? 1)
    })
  })
}
