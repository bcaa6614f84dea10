import { Button, Select } from '@mantine/core'
import { IconBarcode } from '@tabler/icons-react'
import { useState } from 'react'
import type { ScannerMakerView } from '../../../../../ipc/scanner-setup-views.ts'
import { DrawnSymbol } from '../../../ui/drawn-symbol.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useCalibration, useMakers } from './queries.ts'
import classes from './to-hid-pos.module.css'

/** How a scanner is switched from keyboard to HID POS, by its maker's own symbol. */
export function ToHidPos({ devices }: { readonly devices: string }) {
  const isCalibrating = Boolean(useCalibration().data?.symbol)
  const makers = useMakers(devices)
  const [chosen, setChosen] = useState<string | null>(null)
  const known = makers.data ?? []
  const inAnotherMode = known.find(({ plugged }) => plugged.some(({ mode }) => mode !== 'hid-pos'))
  const maker = known.find(({ name }) => name === chosen) ?? inAnotherMode ?? known[0]
  return (
    <Panel title="Switch a scanner to HID POS" label="Switch a scanner to HID POS">
      <div className={classes.body}>
        <p>
          In HID POS mode a scanner types nothing anywhere, whatever field is open, and labels arrive as they were
          printed.
        </p>
        <Select
          size="md"
          label="Maker of the scanner"
          data={known.map(({ name }) => name)}
          value={maker?.name ?? null}
          allowDeselect={false}
          onChange={setChosen}
        />
        {maker && <Maker key={maker.name} maker={maker} isCalibrating={isCalibrating} />}
      </div>
    </Panel>
  )
}

interface MakerProps {
  readonly maker: ScannerMakerView
  readonly isCalibrating: boolean
}

function Maker({ maker: { name, plugged, symbol, manual, note }, isCalibrating }: MakerProps) {
  return (
    <>
      {plugged.map((device) => (
        <p key={device.name} className={classes.plugged}>
          <strong>{device.name}</strong> is plugged in, {MODE_WORDS[device.mode]}.
        </p>
      ))}
      {symbol === null ? (
        <p>
          Scan the code in {name}’s {manual}.
        </p>
      ) : (
        <>
          <SetUpSymbol name={name} text={symbol} isHidden={isCalibrating} />
          <p>
            Scan it with the {name} scanner. Where the scanner refuses it, take the one in the {manual}.
          </p>
        </>
      )}
      {note !== null && <p className={classes.quiet}>{note}</p>}
      <p className={classes.quiet}>
        The scanner beeps, leaves the computer and comes back as another device within a few seconds. It stays so when
        it is unplugged. The station then needs a scanner of the kind “USB scanner (HID POS)”, under Station, which
        every new one has.
      </p>
    </>
  )
}

interface SetUpSymbolProps {
  readonly name: string
  readonly text: string
  readonly isHidden: boolean
}

/** Shown when asked for alone: a scanner reads whichever symbol it sees first. */
function SetUpSymbol({ name, text, isHidden }: SetUpSymbolProps) {
  const [isAsked, setAsked] = useState(false)
  if (isAsked && !isHidden) {
    return <DrawnSymbol kind="code-128" text={text} label={`Set-up symbol of ${name} for HID POS`} />
  }
  return (
    <Button
      size="md"
      variant="default"
      disabled={isHidden}
      leftSection={<IconBarcode size={20} aria-hidden />}
      onClick={() => setAsked(true)}
    >
      Show its symbol
    </Button>
  )
}

const MODE_WORDS: Readonly<Record<ScannerMakerView['plugged'][number]['mode'], string>> = {
  'hid-pos': 'in HID POS mode already',
  keyboard: 'and acts as a keyboard',
  other: 'and in another USB mode'
}
