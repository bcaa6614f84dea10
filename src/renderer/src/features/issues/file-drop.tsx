import { useState } from 'react'
import type { DragEvent, ReactNode } from 'react'
import { MAX_ATTACHMENT_BYTES } from '../../../../core/quality/attachment.ts'
import classes from './file-picker.module.css'

export interface FileDropProps {
  readonly onFiles: (files: readonly File[]) => void
  readonly children: ReactNode
}

/** A place where files are dropped. */
export function FileDrop({ onFiles, children }: FileDropProps) {
  const [isOver, setIsOver] = useState(false)

  function onDragOver(event: DragEvent) {
    event.preventDefault()
    setIsOver(true)
  }

  function onDrop(event: DragEvent) {
    event.preventDefault()
    setIsOver(false)
    const files = [...event.dataTransfer.files]
    if (files.length > 0) onFiles(files)
  }

  return (
    <div
      className={classes.drop}
      data-over={isOver || undefined}
      onDragOver={onDragOver}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
      role="group"
      aria-label="Photos and files"
    >
      {children}
      <p className={classes.words}>
        or drop them here, each up to {Math.floor(MAX_ATTACHMENT_BYTES / 1024 / 1024)} MB. They cannot be removed later.
      </p>
    </div>
  )
}
