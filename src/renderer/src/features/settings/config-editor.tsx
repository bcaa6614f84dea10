import { Button } from '@mantine/core'
import { IconDeviceFloppy, IconPlus, IconRefreshAlert } from '@tabler/icons-react'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { SettingsView } from '../../../../ipc/views.ts'
import { Failure } from '../../ui/failure.tsx'
import { BackupCard } from './backup-card.tsx'
import { ConfigProblems } from './config-problems.tsx'
import { configOf, fieldPaths, formOf } from './config-form.ts'
import { NEW_PRINTER } from './printer-form.ts'
import { NEW_SCANNER } from './scanner-form.ts'
import type { ConfigForm } from './config-form.ts'
import { FormSection } from './form-section.tsx'
import { JournalCard } from './journal-card.tsx'
import { LabelPrinters } from './label-printers.tsx'
import { LabelRules } from './label-rules.tsx'
import { PrinterCard } from './printer-card.tsx'
import { sortProblems } from './problems.ts'
import { useSaveSettings } from './queries.ts'
import { ScannerCard } from './scanner-card.tsx'
import { StationCard } from './station-card.tsx'
import classes from './config-editor.module.css'

/** `station.json` as a form. What the station refuses is shown at the field that it names. */
export function ConfigEditor({ settings }: { readonly settings: SettingsView }) {
  const save = useSaveSettings()
  const [form, setForm] = useState<ConfigForm>(() => formOf(settings.config))
  const isChanged = JSON.stringify(form) !== JSON.stringify(formOf(settings.config))
  const refused = save.data?.ok === false ? save.data.problems : undefined
  const { byPath, others } = sortProblems(refused ?? settings.problems, fieldPaths(form))
  const problem = (path: string) => byPath.get(path)
  const printerIds = form.printers.map(({ id }) => id).filter((id) => id !== '')

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    save.mutate(configOf(form))
  }

  return (
    <form className={classes.editor} onSubmit={onSubmit}>
      <div className={classes.sections}>
        <h1 className={classes.title}>Settings</h1>
        <ConfigProblems others={others} isText={typeof settings.config === 'string'} />
        {save.error && <Failure inline what="The settings were not saved" error={save.error} />}
        <FormSection title="Station">
          <StationCard station={form.station} problem={problem} onChange={(station) => setForm({ ...form, station })} />
        </FormSection>
        <FormSection
          title="Scanners"
          action={
            <AddButton
              words="Add a scanner"
              onClick={() => setForm({ ...form, scanners: [...form.scanners, NEW_SCANNER] })}
            />
          }
        >
          {form.scanners.map((scanner, index) => (
            <ScannerCard
              key={index}
              path={`scanners[${index}]`}
              scanner={scanner}
              problem={problem}
              onChange={(changed) => setForm({ ...form, scanners: form.scanners.with(index, changed) })}
              onRemove={() => setForm({ ...form, scanners: form.scanners.toSpliced(index, 1) })}
            />
          ))}
        </FormSection>
        <FormSection
          title="Printers"
          action={
            <AddButton
              words="Add a printer"
              onClick={() => setForm({ ...form, printers: [...form.printers, NEW_PRINTER] })}
            />
          }
        >
          {form.printers.map((printer, index) => (
            <PrinterCard
              key={index}
              path={`printers[${index}]`}
              printer={printer}
              problem={problem}
              onChange={(changed) => setForm({ ...form, printers: form.printers.with(index, changed) })}
              onRemove={() => setForm({ ...form, printers: form.printers.toSpliced(index, 1) })}
            />
          ))}
        </FormSection>
        <FormSection title="Which printer prints what">
          <LabelPrinters
            labels={form.labels}
            printerIds={printerIds}
            problem={problem}
            onChange={(labels) => setForm({ ...form, labels })}
          />
        </FormSection>
        <FormSection title="After printing">
          <LabelRules
            rules={form.labelRules}
            problem={problem}
            onChange={(labelRules) => setForm({ ...form, labelRules })}
          />
        </FormSection>
        <FormSection title="Scan journal">
          <JournalCard journal={form.journal} problem={problem} onChange={(journal) => setForm({ ...form, journal })} />
        </FormSection>
        <FormSection title="Backups">
          <BackupCard
            backups={form.backups}
            written={settings.backups}
            problem={problem}
            onChange={(backups) => setForm({ ...form, backups })}
          />
        </FormSection>
      </div>
      <footer className={classes.footer}>
        <p className={classes.state} role="status">
          {stateWords(settings, isChanged, refused !== undefined)}
        </p>
        {settings.restartNeeded && settings.problems.length === 0 && !isChanged && (
          <IconRefreshAlert size={24} aria-hidden className={classes.restart} />
        )}
        <Button
          variant="default"
          size="md"
          disabled={!isChanged}
          onClick={() => {
            setForm(formOf(settings.config))
            save.reset()
          }}
        >
          Discard changes
        </Button>
        <Button
          type="submit"
          size="md"
          disabled={save.isPending || (!isChanged && settings.problems.length === 0)}
          leftSection={<IconDeviceFloppy size={20} aria-hidden />}
        >
          Save
        </Button>
      </footer>
    </form>
  )
}

function AddButton({ words, onClick }: { readonly words: string; readonly onClick: () => void }) {
  return (
    <Button variant="default" size="sm" leftSection={<IconPlus size={18} aria-hidden />} onClick={onClick}>
      {words}
    </Button>
  )
}

function stateWords({ problems, restartNeeded }: SettingsView, isChanged: boolean, isRefused: boolean): string {
  if (isRefused) return 'Not saved: correct what is marked.'
  if (isChanged) return 'There are changes that are not saved.'
  if (problems.length > 0) return 'These settings cannot be used: correct what is marked, then save.'
  return restartNeeded ? 'Saved. Start Dockside again for it to take effect.' : 'Everything is saved and in force.'
}
