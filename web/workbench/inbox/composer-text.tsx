import { Input, Mentions } from 'antd'
import type { ClipboardEvent, KeyboardEvent } from 'react'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { usePhone } from '../../ui/use-phone.ts'
import { useColleagues, useMe } from '../officers/use-me.ts'
import type { DraftKind } from './drafts.ts'

/** The field itself: Ctrl+Enter sends, @ in a note names a colleague, pictures are pasted into answers. */
export function ComposerText(props: {
  kind: DraftKind
  value: string
  onChange: (value: string) => void
  onSend: () => void
  onPaste: (event: ClipboardEvent) => void
}) {
  const me = useMe()
  const colleagues = useColleagues()
  const phone = usePhone()
  const common = {
    value: props.value,
    maxLength: 2000,
    rows: phone ? 1 : 2,
    variant: 'borderless' as const,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
      event.preventDefault()
      props.onSend()
    },
  }
  if (props.kind === 'note') {
    return (
      <Mentions
        {...common}
        placement="top"
        placeholder={inboxText.notePlaceholder}
        aria-label={inboxText.note}
        onChange={props.onChange}
        options={colleagues
          .filter(({ id }) => id !== me.officer.id)
          .map(({ name, username }) => ({ value: name, label: `${name} ${username}` }))}
      />
    )
  }
  return (
    <Input.TextArea
      {...common}
      placeholder={inboxText.replyPlaceholder}
      aria-label={inboxText.reply}
      onChange={(event) => props.onChange(event.target.value)}
      onPaste={props.onPaste}
    />
  )
}
