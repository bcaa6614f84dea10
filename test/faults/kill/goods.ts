import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { docksideDone } from '../../../scripts/drive/command-line.ts'

/** Plenty of a part of each kind, whose numbers do not depend on the day. */
const FILES = {
  parts: `part_number,description,tracking,unit,serial_source,serial_pattern,lot_source,lot_pattern
CAPTURED,Sensor,serial,pcs,captured,,,
GENERATED,Board,serial,pcs,generated,SN-{#####},,
SUPPLIER-LOT,Resin,lot,kg,,,supplier,
OWN-LOT,Paint,lot,l,,,generated,LOT-{####}
UNTRACKED,Screw,untracked,pcs,,,,`,
  locations: 'code,description\nA-01,Rack A\nA-02,Rack A',
  orders: `order,supplier,line,part_number,quantity
PO-1,Nordwerk,1,CAPTURED,100000
PO-1,Nordwerk,2,GENERATED,100000
PO-1,Nordwerk,3,SUPPLIER-LOT,100000
PO-1,Nordwerk,4,OWN-LOT,100000
PO-1,Nordwerk,5,UNTRACKED,100000`
}

/** Imports the goods that the random steps are about. */
export async function importKillGoods(dataFolder: string): Promise<void> {
  for (const [kind, text] of Object.entries(FILES)) {
    const file = join(dataFolder, `${kind}.csv`)
    writeFileSync(file, text)
    await docksideDone(dataFolder, 'import', kind, file)
  }
}
