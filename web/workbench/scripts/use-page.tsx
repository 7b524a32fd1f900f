import { useQuery } from '@tanstack/react-query'
import { Button, Select, Tabs } from 'antd'
import { useState } from 'react'
import { type Library, libraries } from '../../../contract/vocabulary.ts'
import {
  exportScriptUse,
  readScriptUse,
  type ScriptOutcome,
  type ScriptUseRow,
} from '../../api/script-use.ts'
import { scenarioWords } from '../../ui/text/vocabulary.ts'
import { scriptUseText } from '../../ui/text/workbench/script-use.ts'
import { scriptText } from '../../ui/text/workbench/scripts.ts'
import { momentText } from '../../ui/time.ts'
import { useMay } from '../officers/use-me.ts'
import { PeriodFields } from '../statistics/period-fields.tsx'
import { usePeriod } from '../statistics/use-period.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { saveBlob } from '../ui/save-blob.ts'
import { useDeed } from '../ui/use-deed.ts'
import { useFilters } from '../ui/use-filters.ts'
import { ScriptsNav } from './scripts-nav.tsx'
import { UnscriptedList } from './unscripted-list.tsx'
import { UseRowsDrawer } from './use-rows-drawer.tsx'
import { UseTable } from './use-table.tsx'
import './scripts.css'

/** How often each script was sent and what came of it; and what was asked for which there is none. */
export function UsePage() {
  const { get, set } = useFilters()
  const tab = get('tab') === 'unscripted' ? 'unscripted' : 'use'
  return (
    <Page title={scriptUseText.title}>
      <ScriptsNav />
      <Tabs
        activeKey={tab}
        onChange={(key) => set('tab', key === 'use' ? undefined : key)}
        items={[
          { key: 'use', label: scriptUseText.useTab },
          { key: 'unscripted', label: scriptUseText.unscriptedTab },
        ]}
      />
      {tab === 'use' ? <Use /> : <UnscriptedList />}
    </Page>
  )
}

function Use() {
  const may = useMay()
  const { get, set } = useFilters()
  const library = get('library') as Library | undefined
  const asked = { ...usePeriod(), ...(library ? { library } : {}) }
  const [opened, setOpened] = useState<{ row: ScriptUseRow; outcome: ScriptOutcome }>()
  const query = useQuery({ queryKey: ['script-use', asked], queryFn: () => readScriptUse(asked) })
  const save = useDeed(() => exportScriptUse(asked), { onDone: (blob) => saveBlob(blob, 'script-use.csv') })
  return (
    <>
      <PeriodFields />
      <div className="filters">
        <Select
          allowClear
          placeholder={scriptUseText.allLibraries}
          aria-label={scriptText.library}
          value={library}
          onChange={(value) => set('library', value)}
          options={libraries.map((value) => ({ value, label: scenarioWords[value] }))}
        />
        {may('exports.make') && (
          <Button loading={save.isPending} onClick={() => save.mutate()}>
            {scriptUseText.export}
          </Button>
        )}
      </div>
      <Loaded query={query} rows={8} isEmpty={({ items }) => items.length === 0} empty={scriptUseText.empty}>
        {({ items, definitions, from, to, snapshotAt }) => (
          <>
            <UseTable
              items={items}
              definitions={definitions}
              onOpen={(row, outcome) => setOpened({ row, outcome })}
            />
            <p className="quiet">{scriptUseText.snapshot(from, to, momentText(snapshotAt))}</p>
            <details className="card">
              <summary>{scriptUseText.how}</summary>
              <dl className="facts gap-above">
                {definitions.map(({ key, name, definition }) => (
                  <div key={key} className="definition">
                    <dt>{name}</dt>
                    <dd>{definition}</dd>
                  </div>
                ))}
              </dl>
            </details>
            {opened && (
              <UseRowsDrawer
                {...opened}
                asked={periodOf(asked)}
                name={definitions.find(({ key }) => key === opened.outcome)?.name ?? ''}
                onClose={() => setOpened(undefined)}
              />
            )}
          </>
        )}
      </Loaded>
    </>
  )
}

/** Without the library, which the rows of one script have no need of. */
function periodOf({ library: _, ...period }: ReturnType<typeof usePeriod> & { library?: Library }) {
  return period
}
