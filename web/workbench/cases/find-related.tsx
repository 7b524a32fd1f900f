import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Case, findSimilar, listCases } from '../../api/cases.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { FindField } from '../ui/find-field.tsx'
import { useDebounced } from '../ui/use-debounced.ts'
import { RelatedChoices } from './related-choices.tsx'

/** What may be the same matter, with the reasons; and any other case, by its number or what is in its title. */
export function FindRelated({ data }: { data: Case }) {
  const [text, setText] = useState('')
  const asked = useDebounced(text.trim(), 250)
  const { data: similar } = useQuery({
    queryKey: ['case-similar', data.id],
    queryFn: () => findSimilar(data.id),
  })
  const { data: found } = useQuery({
    queryKey: ['cases', 'related', asked],
    queryFn: ({ signal }) => listCases({ text: asked, status: 'all', limit: 8 }, signal),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  })
  const known = new Set([
    data.id,
    ...data.links.map(({ caseId }) => caseId),
    ...data.merges.filter(({ undoneAt }) => !undoneAt).map(({ sourceCaseId }) => sourceCaseId),
  ])
  const likely = (similar?.items ?? []).filter(({ id }) => !known.has(id))
  const named = asked ? (found?.items ?? []).filter(({ id }) => !known.has(id)) : []
  return (
    <>
      {likely.length > 0 && <h3 className="gap-above">{caseText.similar}</h3>}
      <RelatedChoices data={data} items={likely} />
      <h3 className="gap-above">{caseText.findRelated}</h3>
      <FindField
        value={text}
        hint={caseText.findRelatedHint}
        name={caseText.findRelated}
        onChange={setText}
      />
      {asked && found && named.length === 0 && <p className="quiet">{caseText.empty}</p>}
      <RelatedChoices data={data} items={named.map((item) => ({ ...item, reasons: [] }))} />
    </>
  )
}
