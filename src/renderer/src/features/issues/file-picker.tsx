import { CloseButton, FileButton, Button } from '@mantine/core'
import { IconPhotoPlus } from '@tabler/icons-react'
import { fileSize } from './issue-words.ts'
import { FileDrop } from './file-drop.tsx'
import classes from './file-picker.module.css'

export interface FilePickerProps {
  readonly files: readonly File[]
  readonly onFiles: (files: readonly File[]) => void
}

/** Photos and files that go along with an issue once it is raised. */
export function FilePicker({ files, onFiles }: FilePickerProps) {
  const add = (more: readonly File[]) => onFiles([...files, ...more])
  return (
    <FileDrop onFiles={add}>
      <ChooseFiles onFiles={add} />
      {files.length > 0 && (
        <ul className={classes.files} aria-label="Files to add">
          {files.map((file, index) => (
            <li key={`${index} ${file.name}`} className={classes.file}>
              {file.name}, {fileSize(file.size)}
              <CloseButton
                aria-label={`Leave out ${file.name}`}
                onClick={() => onFiles(files.filter((each) => each !== file))}
              />
            </li>
          ))}
        </ul>
      )}
    </FileDrop>
  )
}

/** The system's own dialog for files. */
export function ChooseFiles({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  return (
    <FileButton multiple onChange={onFiles}>
      {(props) => (
        <Button {...props} size="md" variant="default" leftSection={<IconPhotoPlus size={20} aria-hidden />}>
          Add photos or files
        </Button>
      )}
    </FileButton>
  )
}
