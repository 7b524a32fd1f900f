import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { listCases } from '../../api/cases.ts'
import { searchMessages } from '../../api/inbox.ts'
import { listResidents } from '../../api/residents.ts'
import { listScripts } from '../../api/scripts.ts'
import { caseStatusWords, scenarioWords } from '../../ui/text/vocabulary.ts'
import { shellText } from '../../ui/text/workbench/shell.ts'
import { momentText } from '../../ui/time.ts'
import { useMay } from '../officers/use-me.ts'

export type Found = { key: string; to: string; title: string; hint: string; excerpt?: string }
type Group = { name: string; items: Found[]; more?: Omit<Found, 'key'> }

/** What four lists know of some characters. A list that fails is left out; the others are still of use. */
export function useSearch(text: string): { groups: Group[]; busy: boolean } {
  const may = useMay()
  const common = { placeholderData: keepPreviousData, retry: false, staleTime: 10_000 }
  const on = text.length > 0
  const messages = useQuery({
    ...common,
    queryKey: ['search', 'messages', text],
    queryFn: () => searchMessages(text),
    enabled: on,
  })
  const people = useQuery({
    ...common,
    queryKey: ['search', 'residents', text],
    queryFn: ({ signal }) => listResidents({ query: text, limit: 5 }, signal),
    enabled: on && may('residents.read'),
  })
  const cases = useQuery({
    ...common,
    queryKey: ['search', 'cases', text],
    queryFn: ({ signal }) => listCases({ text, status: 'all', limit: 5 }, signal),
    enabled: on && may('cases.read'),
  })
  const scripts = useQuery({
    ...common,
    queryKey: ['search', 'scripts', text],
    queryFn: ({ signal }) => listScripts({ text, limit: 5 }, signal),
    enabled: on && may('scripts.read'),
  })
  if (!on) return { groups: [], busy: false }
  const encoded = encodeURIComponent(text)
  const groups: Group[] = [
    {
      name: shellText.inbox,
      items: (messages.data?.items ?? []).slice(0, 6).map((hit) => ({
        key: hit.messageId,
        to: `/inbox/all/${hit.conversationId}#${hit.messageId}`,
        title: hit.contactName || hit.number,
        hint: `${hit.number} · ${momentText(hit.receivedAt)}`,
        excerpt: hit.excerpt,
      })),
    },
    {
      name: shellText.residents,
      items: (people.data?.items ?? []).map((row) => ({
        key: row.id,
        to: `/residents/${row.id}`,
        title: row.name,
        hint: [row.household?.villageName, row.household?.address, row.phone].filter(Boolean).join(' · '),
      })),
      more: { to: `/residents?text=${encoded}`, title: '', hint: '' },
    },
    {
      name: shellText.cases,
      items: (cases.data?.items ?? []).map((row) => ({
        key: row.id,
        to: `/cases/${row.id}`,
        title: row.title,
        hint: `${row.number} · ${caseStatusWords[row.status]}`,
      })),
      more: { to: `/cases?status=all&text=${encoded}`, title: '', hint: '' },
    },
    {
      name: shellText.scripts,
      items: (scripts.data?.items ?? []).slice(0, 5).map((row) => ({
        key: row.id,
        to: `/scripts/${row.id}`,
        title: row.title,
        hint: scenarioWords[row.library],
      })),
    },
  ]
  const busy = messages.isFetching || people.isFetching || cases.isFetching || scripts.isFetching
  return { groups: groups.filter(({ items }) => items.length > 0), busy }
}
