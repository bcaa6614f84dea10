/** The commands of a ZPL text in their order, as a printer would find them: two letters behind `^`, or `~` and two more. */
export function commandsIn(zpl: Uint8Array): readonly string[] {
  return (
    Buffer.from(zpl)
      .toString('latin1')
      .match(/[\^~].{0,2}/gs) ?? []
  ).map((command) => (command.startsWith('^A') && command !== '^XA' ? command.slice(0, 2) : command))
}
