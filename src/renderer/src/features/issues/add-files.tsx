import { Failure } from '../../ui/failure.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { attachAll } from './attach-all.ts'
import { FileDrop } from './file-drop.tsx'
import { ChooseFiles } from './file-picker.tsx'
import { useChange } from './queries.ts'

/** Photos and files for an issue that is there already: added at once. */
export function AddFiles({ issue }: { readonly issue: string }) {
  const attach = useChange<readonly File[]>((station, files) => attachAll(station, issue, files))
  return (
    <>
      <FileDrop onFiles={(files) => attach.mutate(files)}>
        <ChooseFiles onFiles={(files) => attach.mutate(files)} />
      </FileDrop>
      {attach.data?.kind === 'refused' && <Refusal>{attach.data.message}</Refusal>}
      {attach.error && <Failure inline what="A file was not added" error={attach.error} />}
    </>
  )
}
