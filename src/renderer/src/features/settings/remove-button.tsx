import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'

export function RemoveButton({ what, onClick }: { readonly what: string; readonly onClick: () => void }) {
  return (
    <Button
      variant="subtle"
      color="red"
      aria-label={`Remove ${what}`}
      leftSection={<IconTrash size={18} aria-hidden />}
      onClick={onClick}
    >
      Remove
    </Button>
  )
}
