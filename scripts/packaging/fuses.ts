import { flipFuses, FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'

/**
 * What a package lets its runtime do. Whoever can start the program must not be able to make a Node of it, inject code
 * by an environment variable or a switch, or have it load an app other than the one it was packed with.
 */
export const FUSES = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true
} as const satisfies Record<FuseV1Options, boolean>

const ALL: readonly FuseV1Options[] = [
  FuseV1Options.RunAsNode,
  FuseV1Options.EnableCookieEncryption,
  FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  FuseV1Options.EnableNodeCliInspectArguments,
  FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  FuseV1Options.OnlyLoadAppFromAsar,
  FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  FuseV1Options.GrantFileProtocolExtraPrivileges,
  FuseV1Options.WasmTrapHandlers
]

/**
 * Sets every fuse that the runtime has. Fails on a fuse that is not known here, so that a new Electron cannot bring one
 * in unseen.
 */
export async function setFuses(executable: string, { resignForMac = false } = {}): Promise<void> {
  const present = await fusesOf(executable)
  const states = Object.fromEntries(present.map((fuse) => [fuse, FUSES[fuse]])) as typeof FUSES
  await flipFuses(executable, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature: resignForMac,
    ...states
  })
}

/** The fuses of a packaged executable that are not as they must be, by name. */
export async function wrongFuses(executable: string): Promise<readonly string[]> {
  const wire = await getCurrentFuseWire(executable)
  const present = await fusesOf(executable)
  return present.filter((fuse) => (wire[fuse] === FuseState.ENABLE) !== FUSES[fuse]).map((fuse) => FuseV1Options[fuse])
}

/** An older runtime has fewer: the last, of 2026, is not in the runtime that stands in for the current one. */
async function fusesOf(executable: string): Promise<readonly FuseV1Options[]> {
  const wire = await getCurrentFuseWire(executable)
  return ALL.filter((fuse) => wire[fuse] !== undefined)
}
