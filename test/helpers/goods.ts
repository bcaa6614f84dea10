import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { docksideDone } from '../../scripts/drive/command-line.ts'

/** Plenty of a part of each kind, and a product of them; no number depends on the day. */
const FILES = {
  parts: `part_number,description,tracking,unit,serial_source,serial_pattern,lot_source,lot_pattern
CAPTURED,Sensor,serial,pcs,captured,,,
GENERATED,Board,serial,pcs,generated,SN-{#####},,
SUPPLIER-LOT,Resin,lot,kg,,,supplier,
OWN-LOT,Paint,lot,l,,,generated,LOT-{####}
UNTRACKED,Screw,untracked,pcs,,,,
PRODUCT,Pump,serial,pcs,generated,PUMP-{####},,
MODULE,Head of the pump,serial,pcs,generated,HEAD-{####},,`,
  locations: 'code,description\nA-01,Rack A\nA-02,Rack A',
  orders: `order,supplier,line,part_number,quantity
PO-1,Nordwerk,1,CAPTURED,100000
PO-1,Nordwerk,2,GENERATED,100000
PO-1,Nordwerk,3,SUPPLIER-LOT,100000
PO-1,Nordwerk,4,OWN-LOT,100000
PO-1,Nordwerk,5,UNTRACKED,100000`,
  boms: `part_number,component,quantity,made_on_assembly
PRODUCT,CAPTURED,1,
PRODUCT,SUPPLIER-LOT,0.5,
PRODUCT,UNTRACKED,4,
PRODUCT,MODULE,1,yes
MODULE,GENERATED,1,
MODULE,OWN-LOT,0.2,`,
  runs: `run,part_number,quantity
RUN-1,PRODUCT,4
RUN-2,PRODUCT,4
RUN-3,PRODUCT,4`
}

/** Imports the goods that faults are about, by the command line. The folder's station must not run. */
export async function importGoods(dataFolder: string): Promise<void> {
  for (const [kind, text] of Object.entries(FILES)) {
    const file = join(dataFolder, `${kind}.csv`)
    writeFileSync(file, text)
    await docksideDone(dataFolder, 'import', kind, file)
  }
}
