import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { Link } from 'react-router'
import { type ContactState, contactStates } from '../../../contract/vocabulary.ts'
import {
  type ExternalContactPage,
  listExternalContacts,
  listWorkAccounts,
} from '../../api/external-contacts.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { contactStateWords, workText } from '../../ui/text/workbench/work-contacts.ts'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { useFilters } from '../ui/use-filters.ts'
import { VillageSelect } from '../ui/village-select.tsx'
import { accountName, FollowTag } from './follow-tag.tsx'
import { onDay } from './on-day.ts'

/** The contacts of the work accounts, the newest first. */
export function ContactsSection() {
  const { get, set } = useFilters()
  const filters = {
    query: get('text'),
    villageId: get('village'),
    account: get('account'),
    state: get('state') as ContactState | undefined,
  }
  const query = useInfiniteQuery({
    queryKey: ['external-contacts', 'list', filters],
    queryFn: ({ pageParam, signal }) =>
      listExternalContacts({ ...filters, after: pageParam, limit: 40 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const accounts = useQuery({ queryKey: ['work-accounts'], queryFn: listWorkAccounts })
  return (
    <>
      <div className="filters">
        <SearchField
          value={get('text')}
          hint={workText.searchContacts}
          onSearch={(text) => set('text', text)}
        />
        <VillageSelect withRetired value={get('village')} onChange={(village) => set('village', village)} />
        <Select
          value={get('account') ?? ''}
          onChange={(account) => set('account', account)}
          aria-label={workText.account}
          options={[
            { value: '', label: workText.allAccounts },
            ...(accounts.data?.items ?? []).map((each) => ({
              value: each.account,
              label: `${accountName(each)}（${each.contacts}）`,
            })),
          ]}
        />
        <Select
          value={filters.state ?? 'live'}
          onChange={(state) => set('state', state === 'live' ? null : state)}
          aria-label={commonText.status}
          options={contactStates.map((state) => ({ value: state, label: contactStateWords[state] }))}
        />
      </div>
      <Loaded
        query={query}
        rows={8}
        isEmpty={({ pages }) => pages[0]?.items.length === 0}
        empty={workText.contactsEmpty}
      >
        {({ pages }) => (
          <>
            <p className="quiet gap-below">{commonText.total(pages[0]?.total ?? 0)}</p>
            <ContactTable rows={pages.flatMap(({ items }) => items)} />
          </>
        )}
      </Loaded>
      {query.hasNextPage && (
        <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {commonText.loadMore}
        </Button>
      )}
    </>
  )
}

function ContactTable({ rows }: { rows: ExternalContactPage['items'] }) {
  return (
    <div className="card flush">
      <table className="list-table">
        <thead>
          <tr>
            <th>{commonText.name}</th>
            <th>{commonText.village}</th>
            <th>{workText.resident}</th>
            <th>{workText.account}</th>
            <th>{workText.since}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="main-cell">
                <Link to={`/wechat/contacts/${row.id}`}>{row.name || commonText.unknown}</Link>
                {row.follows[0]?.remark && row.follows[0].remark !== row.name && (
                  <div className="quiet">{row.follows[0].remark}</div>
                )}
              </td>
              <td>{row.villageName ?? commonText.unknownVillage}</td>
              <td>
                {row.residentId ? (
                  <Link to={`/residents/${row.residentId}`}>{row.residentName}</Link>
                ) : (
                  <DotTag tone="amber">{workText.notLinked}</DotTag>
                )}
              </td>
              <td>
                {row.follows.map((follow) => (
                  <div key={follow.account}>
                    {accountName(follow)} <FollowTag follow={follow} />
                  </div>
                ))}
              </td>
              <td className="numbers">{row.follows[0] && onDay(row.follows[0].followedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
