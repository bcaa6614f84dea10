import { Button, Modal } from '@mantine/core'
import { IconDownload, IconFile } from '@tabler/icons-react'
import { useState } from 'react'
import type { AttachmentView } from '../../../../ipc/issue-views.ts'
import { Failure } from '../../ui/failure.tsx'
import { fileSize } from './issue-words.ts'
import { usePicture, useSaveCopy } from './queries.ts'
import classes from './issue-time-line.module.css'

/** A file of an issue: a picture is shown, anything else is named. Other programs open a copy. */
export function AttachedFile({ attachment }: { readonly attachment: AttachmentView }) {
  const { id, name, sizeBytes, isImage } = attachment
  const save = useSaveCopy()
  return (
    <div className={classes.attachment}>
      {isImage ? <Picture attachment={attachment} /> : <IconFile size={28} stroke={1.5} aria-hidden />}
      <span>{fileSize(sizeBytes)}</span>
      <Button
        size="sm"
        variant="default"
        leftSection={<IconDownload size={18} aria-hidden />}
        aria-label={`Save a copy of ${name}`}
        disabled={save.isPending}
        onClick={() => save.mutate(id)}
      >
        Save a copy
      </Button>
      {save.data && (
        <p className={classes.saved} role="status">
          Saved: {save.data.file}
        </p>
      )}
      {save.error && <Failure inline what="The copy was not saved" error={save.error} />}
    </div>
  )
}

function Picture({ attachment: { id, name } }: { readonly attachment: AttachmentView }) {
  const { data, error, refetch } = usePicture(id)
  const [opened, setOpened] = useState(false)
  if (error) return <Failure inline what={`${name} could not be shown`} error={error} onRetry={() => void refetch()} />
  if (!data) return null
  return (
    <>
      <button
        type="button"
        className={classes.thumbnail}
        aria-label={`Show ${name} large`}
        onClick={() => setOpened(true)}
      >
        <img src={data.image} alt={name} />
      </button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={name} size="auto">
        <img className={classes.picture} src={data.image} alt={name} />
      </Modal>
    </>
  )
}
