// Packages the app for this platform:
//
//   npm run dist                                  # installers, with the current Electron
//   npm run dist -- --linux dir                   # the bare folder
//   npm run dist -- --linux dir --test-runtime    # for tests, from whatever Electron this machine runs, into dist/test-runtime
import { build as packageApp } from 'electron-builder'
import { join } from 'node:path'
import { build } from './build.ts'
import { packageConfiguration } from './packaging/configuration.ts'
import { isSupported } from './packaging/support.ts'
import { PROJECT_ROOT } from './project.ts'
import { electronLaunch } from './runtime.ts'

const PLATFORM_OPTIONS: Readonly<Record<string, 'linux' | 'mac' | 'win'>> = {
  linux: 'linux',
  darwin: 'mac',
  win32: 'win'
}

const given = process.argv.slice(2)
const forTests = given.includes('--test-runtime')
const [platformOption, ...targets] = given.filter((argument) => argument !== '--test-runtime')
const platform = PLATFORM_OPTIONS[process.platform]
const electron = electronLaunch()

if (!platform || (platformOption !== undefined && platformOption !== `--${platform}`)) {
  stop(`A package is made on the platform that it is for; here that is --${platform ?? process.platform}.`)
}
if (electron.fallback && !forTests) {
  stop(
    `No package: this machine has only Electron ${electron.version}, which stands in for running and testing. It is out of support, so ` +
      'nobody should be given it. On a machine with access to the internet (or with ELECTRON_MIRROR set) run npm run setup -- --retry, ' +
      'then npm run dist. A package to try things with, marked as such: npm run dist -- --linux dir --test-runtime'
  )
}
if (!forTests) {
  const supported = isSupported(electron.version)
  if (supported === false) {
    stop(
      `No package: Electron ${electron.version} no longer gets security fixes. Take a newer one into package.json first.`
    )
  }
  if (supported === undefined)
    process.stderr.write('Whether this Electron is still supported could not be asked for.\n')
}

build()
await packageApp({
  projectDir: PROJECT_ROOT,
  [platform]: targets,
  publish: 'never',
  config: packageConfiguration({
    electron,
    forTests,
    outputFolder: join(PROJECT_ROOT, 'dist', ...(forTests ? ['test-runtime'] : []))
  })
})

function stop(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
