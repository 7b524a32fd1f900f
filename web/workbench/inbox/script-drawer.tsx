import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Button, Drawer, Segmented } from 'antd'
import { useState } from 'react'
import { type Library, libraries } from '../../../contract/vocabulary.ts'
import { type FilledScript, listSendable } from '../../api/inbox.ts'
import { scenarioWords } from '../../ui/text/vocabulary.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { fraudStageWords, scriptText } from '../../ui/text/workbench/scripts.ts'
import { ScriptBody } from '../scripts/script-body.tsx'
import { ScriptFiles } from '../scripts/script-files.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { FindField } from '../ui/find-field.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { ReadAloud } from '../ui/read-aloud.tsx'
import { useDebounced } from '../ui/use-debounced.ts'

/** The whole library beside the conversation: what may be sent here and today, filled; what is still missing stands out. */
export function ScriptDrawer(props: {
  conversationId: string
  onChoose: (script: FilledScript) => void
  onClose: () => void
}) {
  const [library, setLibrary] = useState<Library | 'all'>('all')
  const [text, setText] = useState('')
  const asked = useDebounced(text.trim(), 250)
  const filters = {
    limit: 50,
    ...(library === 'all' ? {} : { library }),
    ...(asked ? { text: asked } : {}),
  }
  const query = useInfiniteQuery({
    queryKey: ['suggestions', props.conversationId, 'library', filters],
    queryFn: ({ pageParam, signal }) =>
      listSendable(props.conversationId, { ...filters, ...(pageParam ? { after: pageParam } : {}) }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
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
      <Loaded query={query} isEmpty={({ pages }) => pages[0]?.items.length === 0} empty={inboxText.pickNone}>
        {({ pages }) => (
          <ul className="plain-list">
            {pages
              .flatMap(({ items }) => items)
              .map((script) => (
                <li key={script.scriptId} className="script-choice">
                  <div className="spread">
                    <b>
                      {script.title}{' '}
                      {script.stage && <DotTag tone="red">{fraudStageWords[script.stage]}</DotTag>}
                    </b>
                    <Button size="small" type="primary" onClick={() => props.onChoose(script)}>
                      {inboxText.insert}
                    </Button>
                  </div>
                  <ScriptBody text={script.filled} />
                  <ScriptFiles files={script.files} />
                  {script.spoken && (
                    <div className="spread">
                      <span className="quiet">
                        {scriptText.spoken}：{script.spoken}
                      </span>
                      <ReadAloud text={script.spoken} />
                    </div>
                  )}
                  <p className="quiet">{script.basis}</p>
                </li>
              ))}
          </ul>
        )}
      </Loaded>
      {query.hasNextPage && (
        <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {commonText.loadMore}
        </Button>
      )}
    </Drawer>
  )
}
