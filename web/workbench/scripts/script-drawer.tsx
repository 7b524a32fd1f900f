import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Drawer, Segmented } from 'antd'
import { useState } from 'react'
import { type Library, libraries } from '../../../contract/vocabulary.ts'
import { listScripts, type Script } from '../../api/scripts.ts'
import { scenarioWords } from '../../ui/text/vocabulary.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { FindField } from '../ui/find-field.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { useDebounced } from '../ui/use-debounced.ts'

/** The whole library beside the conversation: only what may be sent today, to this village, by this person. */
export function ScriptDrawer(props: {
  villageId: string | null
  onChoose: (script: Script) => void
  onClose: () => void
}) {
  const [library, setLibrary] = useState<Library | 'all'>('all')
  const [text, setText] = useState('')
  const asked = useDebounced(text.trim(), 250)
  const filters = {
    state: 'usable' as const,
    limit: 50,
    ...(library === 'all' ? {} : { library }),
    ...(asked ? { text: asked } : {}),
    ...(props.villageId ? { villageId: props.villageId } : {}),
  }
  const query = useQuery({
    queryKey: ['scripts', 'drawer', filters],
    queryFn: ({ signal }) => listScripts(filters, signal),
    placeholderData: keepPreviousData,
  })
  return (
    <Drawer open onClose={props.onClose} title={inboxText.library} size={480}>
      <FindField autoFocus hint={commonText.search} value={text} onChange={setText} />
      <div className="scroll-x gap-above gap-below">
        <Segmented
          value={library}
          onChange={setLibrary}
          options={[
            { value: 'all' as const, label: commonText.all },
            ...libraries.map((value) => ({ value, label: scenarioWords[value] })),
          ]}
        />
      </div>
      <Loaded query={query} isEmpty={({ items }) => items.length === 0}>
        {({ items }) => (
          <ul className="plain-list">
            {items.map((script) => (
              <li key={script.id} className="script-choice">
                <div className="spread">
                  <b>{script.title}</b>
                  <Button size="small" type="primary" onClick={() => props.onChoose(script)}>
                    {inboxText.insert}
                  </Button>
                </div>
                <p className="pre-line">{script.body}</p>
                <p className="quiet">{script.basis}</p>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Drawer>
  )
}
