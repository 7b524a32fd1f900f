import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useImperativeHandle, useState } from 'react'
import { type FilledScript, listSendable } from '../../api/inbox.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { fraudStageWords, scriptText } from '../../ui/text/workbench/scripts.ts'
import { usePhone } from '../../ui/use-phone.ts'
import { DotTag } from '../ui/dot-tag.tsx'
import { useDebounced } from '../ui/use-debounced.ts'

const shown = 8
export const pickerId = 'script-picker'
export const optionId = (index: number) => `${pickerId}-${index}`

/** What the keys of the field do while the list is open; true: it was for the list. */
export type PickerKeys = { onKey: (key: string) => boolean }

/** The scripts that may be sent here, narrowed by what stands after the slash; the field keeps the focus. */
export function ScriptPicker(props: {
  conversationId: string
  words: string
  keys: RefObject<PickerKeys | null>
  onActive: (index: number) => void
  onChoose: (script: FilledScript) => void
  onClose: () => void
}) {
  const phone = usePhone()
  const [active, setActive] = useState(0)
  const text = useDebounced(props.words, 120)
  const filters = { limit: shown, ...(text ? { text } : {}) }
  const { data, isError, isPlaceholderData } = useQuery({
    queryKey: ['suggestions', props.conversationId, filters],
    queryFn: ({ signal }) => listSendable(props.conversationId, filters, signal),
    placeholderData: keepPreviousData,
  })
  const items = data?.items ?? []
  // What was typed last is not yet what is shown: Enter waits for it.
  const current = text === props.words && !isPlaceholderData
  const at = Math.min(active, Math.max(0, items.length - 1))
  const { onActive } = props
  useEffect(() => onActive(at), [at, onActive])
  useEffect(() => {
    document.getElementById(optionId(at))?.scrollIntoView({ block: 'nearest' })
  }, [at])
  useImperativeHandle(props.keys, () => ({
    onKey(key) {
      if (key === 'ArrowDown') setActive(items.length ? (at + 1) % items.length : 0)
      else if (key === 'ArrowUp') setActive(items.length ? (at + items.length - 1) % items.length : 0)
      else if (key === 'Escape') props.onClose()
      else if (key === 'Enter' || key === 'Tab') {
        const chosen = items[at]
        // What she chooses may still be on its way: a new line, and then the slash, would go to the resident.
        if (!chosen) return !data && !isError
        if (current) props.onChoose(chosen)
      } else return false
      return true
    },
  }))
  return (
    <div className="script-picker">
      <div role="listbox" id={pickerId} aria-label={inboxText.pickLabel}>
        {items.map((script, index) => (
          <div
            key={script.scriptId}
            role="option"
            id={optionId(index)}
            tabIndex={-1}
            aria-selected={index === at}
            className={index === at ? 'row-button chosen' : 'row-button'}
            // The field keeps the focus, and with it a phone its keyboard.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => props.onChoose(script)}
            onKeyDown={() => {}}
          >
            <b>{script.title}</b>{' '}
            {script.stage && <DotTag tone="red">{fraudStageWords[script.stage]}</DotTag>}
            <span className="quiet one-line">
              {script.files.length > 0 && `${scriptText.withFiles(script.files.length)} · `}
              {script.filled}
            </span>
          </div>
        ))}
      </div>
      <p className="quiet" role="status">
        {isError
          ? inboxText.pickFailed
          : data && items.length === 0
            ? inboxText.pickNone
            : phone
              ? inboxText.pickHintPhone
              : inboxText.pickHint}
      </p>
    </div>
  )
}
