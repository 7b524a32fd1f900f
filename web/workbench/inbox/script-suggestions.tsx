import { BookOutlined, QuestionCircleOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import { type FileRef, suggestScripts } from '../../api/inbox.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { scriptText } from '../../ui/text/workbench/scripts.ts'
import { whyText } from '../../ui/text/workbench/why.ts'
import { DotTag } from '../ui/dot-tag.tsx'
import { RumourSuggestions } from './rumour-suggestions.tsx'
import { ScriptDrawer } from './script-drawer.tsx'
import type { InsertedScript } from './used-scripts.ts'

/** The three that fit best, each with its reason; one tap puts it into the answer. Never sent by itself. */
export function ScriptSuggestions(props: {
  conversationId: string
  onInsert: (script: InsertedScript, filled: string, files: FileRef[]) => void
  /** Words that are of no script: an approved reply to a rumour. */
  onInsertText: (text: string) => void
  onWhy: () => void
}) {
  const [library, setLibrary] = useState(false)
  const { data = [] } = useQuery({
    queryKey: ['suggestions', props.conversationId],
    queryFn: () => suggestScripts(props.conversationId),
  })
  return (
    <div className="suggestions">
      <RumourSuggestions conversationId={props.conversationId} onInsert={props.onInsertText} />
      {data.map((suggestion) => (
        <Tooltip
          key={suggestion.scriptId}
          placement="top"
          title={
            <>
              <div className="pre-line">{suggestion.filled}</div>
              {suggestion.files.length > 0 && <div>{scriptText.withFiles(suggestion.files.length)}</div>}
              <i>
                {suggestion.heard && `${whyText.fromHeard} · `}
                {suggestion.because}
              </i>
            </>
          }
        >
          <button
            type="button"
            className="suggestion"
            onClick={() =>
              props.onInsert({ ...suggestion, id: suggestion.scriptId }, suggestion.filled, suggestion.files)
            }
          >
            <b>{suggestion.title}</b>
            <span className="quiet">
              {suggestion.heard && <DotTag tone="amber">{whyText.fromHeard}</DotTag>}
              {suggestion.files.length > 0 && `${scriptText.withFiles(suggestion.files.length)} · `}
              {suggestion.because}
            </span>
          </button>
        </Tooltip>
      ))}
      {data.length > 0 && (
        <Button
          className="suggestion-more"
          aria-label={whyText.scripts}
          icon={<QuestionCircleOutlined />}
          onClick={props.onWhy}
        >
          {whyText.why}
        </Button>
      )}
      <Button className="suggestion-more" icon={<BookOutlined />} onClick={() => setLibrary(true)}>
        {inboxText.library}
      </Button>
      {library && (
        <ScriptDrawer
          conversationId={props.conversationId}
          onClose={() => setLibrary(false)}
          onChoose={(script) => {
            setLibrary(false)
            props.onInsert({ ...script, id: script.scriptId }, script.filled, script.files)
          }}
        />
      )}
    </div>
  )
}
