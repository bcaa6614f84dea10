import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { basename, join } from 'node:path'
import { fillFolder, hasPrograms, must, unpackPackage } from '../debian.ts'
import { PROJECT_ROOT } from '../project.ts'
import { gist, run, say } from '../setup/terminal.mjs'

/** A computer without hardware, ready to be started. */
export interface UsbBench {
  readonly image: string
  readonly initialMemory: string
  /** Holds `lib/modules/RELEASE`. */
  readonly kernelFolder: string
  readonly release: string
}

export type Provided = { readonly ok: true; readonly bench: UsbBench } | { readonly ok: false; readonly reason: string }

const FOLDER = join(PROJECT_ROOT, '.runtime', 'usb-bench')
const EMULATOR = 'qemu-system-x86_64'
const PACKAGES = ['qemu-system-x86', 'seabios', 'busybox-static', 'cpio', 'kmod', 'udev']
/** What the guest needs before it sees the files of its host. */
const EARLY_MODULES = ['virtio_pci', '9pnet_virtio', '9p', 'overlay']

/**
 * Provides an emulator and a Debian kernel with the drivers for USB printers and for devices made of programs. Kept in
 * `.runtime`, where they are found the next time. Says why where that cannot be had.
 */
export function provideUsbBench(): Provided {
  if (process.platform !== 'linux' || process.arch !== 'x64') return { ok: false, reason: 'it needs Linux on x64' }
  const lacking = provideTools()
  if (lacking !== undefined) return { ok: false, reason: lacking }
  try {
    fillFolder(FOLDER, build)
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  }
  const release = readFileSync(join(FOLDER, 'release'), 'utf8').trim()
  return {
    ok: true,
    bench: {
      image: join(FOLDER, 'kernel', 'boot', `vmlinuz-${release}`),
      initialMemory: join(FOLDER, 'initramfs.gz'),
      kernelFolder: join(FOLDER, 'kernel'),
      release
    }
  }
}

/** Undefined when all is there. */
function provideTools(): string | undefined {
  const missing = (): boolean => !hasPrograms([EMULATOR, 'busybox', 'cpio', 'modprobe', 'depmod', 'udevadm'])
  if (!missing()) return undefined
  const command = `apt-get install -y --no-install-recommends ${PACKAGES.join(' ')}`
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    return `this system lacks qemu, busybox, cpio, kmod or udev (on Debian, as administrator: ${command})`
  }
  say(`installing what the USB bench needs: ${PACKAGES.join(', ')}`)
  run('apt-get', ['update', '-q'])
  const { output } = run('sh', ['-c', `DEBIAN_FRONTEND=noninteractive ${command}`])
  return missing() ? `its tools could not be installed: ${gist(output, 3)}` : undefined
}

function build(folder: string): void {
  const release = unpackKernel(folder)
  packInitialMemory(folder, release)
  writeFileSync(join(folder, 'release'), `${release}\n`)
}

function unpackKernel(folder: string): string {
  const kernel = join(folder, 'kernel')
  const dependencies = must('apt-cache', ['depends', 'linux-image-amd64'])
  const name = /Depends: (linux-image-\S+)/.exec(dependencies)?.[1]
  if (name === undefined) throw new Error('the package lists name no kernel for amd64; run apt-get update')
  mkdirSync(kernel)
  unpackPackage(name, kernel)
  // Newer releases have everything below /usr.
  if (!existsSync(join(kernel, 'lib'))) symlinkSync('usr/lib', join(kernel, 'lib'))
  const release = readdirSync(join(kernel, 'lib', 'modules'))[0]
  if (release === undefined) throw new Error(`${name} has no modules`)
  must('depmod', ['-b', kernel, release])
  return release
}

function packInitialMemory(folder: string, release: string): void {
  const root = join(folder, 'initramfs')
  for (const name of ['bin', 'proc', 'sys', 'dev', 'modules', 'host', 'memory', 'root']) {
    mkdirSync(join(root, name), { recursive: true })
  }
  copyFileSync(must('sh', ['-c', 'command -v busybox']).trim(), join(root, 'bin', 'busybox'))
  copyFileSync(join(PROJECT_ROOT, 'scripts', 'usb-bench', 'init.sh'), join(root, 'init'))
  const files = EARLY_MODULES.flatMap((module) =>
    must('modprobe', ['-d', join(folder, 'kernel'), '-S', release, '--show-depends', module])
      .split('\n')
      .flatMap((line) => /^insmod (\S+)/.exec(line)?.[1] ?? [])
  )
  for (const [index, file] of [...new Set(files)].entries()) {
    copyFileSync(file, join(root, 'modules', `${String(index).padStart(2, '0')}-${basename(file)}`))
  }
  must('sh', ['-c', 'chmod +x init bin/busybox && find . | cpio -o -H newc | gzip -1 > ../initramfs.gz'], root)
  rmSync(root, { recursive: true })
}
