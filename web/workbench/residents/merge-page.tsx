import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { previewMerge } from '../../api/people.ts'
import { duplicatesText } from '../../ui/text/workbench/duplicates.ts'
import { Card } from '../ui/card.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { MergeForm } from './merge-form.tsx'
import { ResidentNameField } from './resident-name-field.tsx'
import './residents.css'

/** Two entries side by side: `one` stays unless they are swapped. With one alone, the other is looked for. */
export function MergePage() {
  const [params, setParams] = useSearchParams()
  const one = params.get('one') ?? ''
  const other = params.get('other') ?? ''
  return (
    <Page
      title={duplicatesText.mergeTitle}
      above={<Link to="/residents/duplicates">← {duplicatesText.title}</Link>}
    >
      {one && other ? (
        <Compare
          one={one}
          other={other}
          onSwap={() => setParams({ one: other, other: one }, { replace: true })}
        />
      ) : (
        <PickOther one={one} onPick={(id) => setParams({ one, other: id })} />
      )}
    </Page>
  )
}

function Compare({ one, other, onSwap }: { one: string; other: string; onSwap: () => void }) {
  const query = useQuery({
    // Not freshened by the merge itself: the two are then one, and there is nothing to preview.
    queryKey: ['merge-preview', one, other],
    queryFn: () => previewMerge(one, other),
  })
  return (
    <Loaded query={query} rows={8}>
      {(preview) => <MergeForm key={`${one} ${other}`} preview={preview} onSwap={onSwap} />}
    </Loaded>
  )
}

function PickOther({ one, onPick }: { one: string; onPick: (id: string) => void }) {
  const [name, setName] = useState('')
  return (
    <Card title={duplicatesText.pick}>
      <ResidentNameField
        value={name}
        maxLength={40}
        chosen={false}
        onChange={setName}
        onChoose={({ id }) => id !== one && onPick(id)}
      />
    </Card>
  )
}
