import { Input, Mentions } from 'antd'
import { type ClipboardEvent, type KeyboardEvent, useCallback, useRef, useState } from 'react'
import type { FilledScript } from '../../api/inbox.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { usePhone } from '../../ui/use-phone.ts'
import { useColleagues, useMe } from '../officers/use-me.ts'
import type { DraftKind } from './drafts.ts'
import { optionId, type PickerKeys, pickerId, ScriptPicker } from './script-picker.tsx'
import { type Slash, slashAt } from './slash-at.ts'

/**
 * The field itself: Ctrl+Enter sends, a slash in an answer opens the scripts, @ in a note names a colleague, pictures are
 * pasted into answers.
 */
export function ComposerText(props: {
  conversationId: string
  kind: DraftKind
  value: string
  onChange: (value: string) => void
  onSend: () => void
  onPaste: (event: ClipboardEvent) => void
  /** A script was chosen by the slash; the text is what is left without it. */
  onPick: (script: FilledScript, rest: string) => void
}) {
  const [slash, setSlash] = useState<Slash | null>(null)
  const [active, setActive] = useState(0)
  const closedAt = useRef<number | null>(null)
  const keys = useRef<PickerKeys>(null)
  const follow = useCallback((text: string, caret: number) => {
    const found = slashAt(text, caret)
    if (!found) closedAt.current = null
    setSlash(found && found.start !== closedAt.current ? found : null)
  }, [])
  const close = () => {
    closedAt.current = slash?.start ?? null
    setSlash(null)
  }
  const me = useMe()
  const colleagues = useColleagues()
  const phone = usePhone()
  const common = {
    value: props.value,
    maxLength: 2000,
    rows: phone ? 1 : 2,
    variant: 'borderless' as const,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.nativeEvent.isComposing) return
      if (slash && !event.ctrlKey && !event.metaKey && keys.current?.onKey(event.key)) {
        event.preventDefault()
        event.stopPropagation()
        return
      }
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
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
    <>
      {slash && (
        <ScriptPicker
          key={slash.start}
          conversationId={props.conversationId}
          words={slash.words}
          keys={keys}
          onActive={setActive}
          onClose={close}
          onChoose={(script) => {
            setSlash(null)
            props.onPick(script, props.value.slice(0, slash.start) + props.value.slice(slash.end))
          }}
        />
      )}
      <Input.TextArea
        {...common}
        placeholder={inboxText.replyPlaceholder}
        aria-label={inboxText.reply}
        {...(slash && { 'aria-controls': pickerId, 'aria-activedescendant': optionId(active) })}
        onChange={(event) => {
          props.onChange(event.target.value)
          follow(event.target.value, event.target.selectionStart)
        }}
        onSelect={({ currentTarget }) => follow(currentTarget.value, currentTarget.selectionStart)}
        onBlur={() => setSlash(null)}
        onPaste={props.onPaste}
      />
    </>
  )
}
