import { Button, FileButton, Modal } from '@mantine/core'
import { IconDeviceFloppy, IconFileImport, IconSchool } from '@tabler/icons-react'
import { failureWords } from '../../../ui/failure-words.ts'
import { FormatList } from './format-list.tsx'
import { useImportFormats, useSaveFormats } from './queries.ts'
import classes from './formats-dialog.module.css'

/** The way to the labels that were taught. */
export function FormatsButton({ onOpen }: { readonly onOpen: () => void }) {
  return (
    <Button variant="default" size="lg" leftSection={<IconSchool size={22} aria-hidden />} onClick={onOpen}>
      Taught labels
    </Button>
  )
}

export interface FormatsDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** The labels that were taught, what each reads, and taking them to another station. */
export function FormatsDialog({ opened, onClose }: FormatsDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Taught labels" size={860}>
      {opened && (
        <div className={classes.body}>
          <FormatList supplier={null} />
          <Files />
        </div>
      )}
    </Modal>
  )
}

/** Formats go to other stations as a file, with the labels that they were taught by. */
function Files() {
  const save = useSaveFormats()
  const take = useImportFormats()
  const answer = take.data
  return (
    <>
      <div className={classes.foot}>
        <Button
          variant="default"
          size="md"
          loading={save.isPending}
          leftSection={<IconDeviceFloppy size={18} aria-hidden />}
          onClick={() => save.mutate()}
        >
          Save all to a file
        </Button>
        <FileButton accept="application/json,.json" onChange={(file) => file && take.mutate(file)}>
          {(props) => (
            <Button
              {...props}
              variant="default"
              size="md"
              loading={take.isPending}
              leftSection={<IconFileImport size={18} aria-hidden />}
            >
              Take over a file
            </Button>
          )}
        </FileButton>
        <p className={classes.said} data-failed={save.isError || take.isError || undefined} role="status">
          {save.isError && failureWords(save.error)}
          {take.isError && failureWords(take.error)}
          {save.data?.file != null && `Saved: ${save.data.file}`}
          {answer?.kind === 'imported' &&
            `${answer.added} added, ${answer.changed} changed, ${answer.unchanged} unchanged.`}
          {answer?.kind === 'refused' && 'Nothing was taken over:'}
        </p>
      </div>
      {answer?.kind === 'refused' && (
        <ul className={classes.problems}>
          {answer.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </>
  )
}
