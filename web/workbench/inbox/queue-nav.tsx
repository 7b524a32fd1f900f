import { CloseOutlined, FilterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Badge, Button, Select } from 'antd'
import { useState } from 'react'
import { NavLink, useSearchParams } from 'react-router'
import { channels, type InboxQueue, inboxQueues, scenarios } from '../../../contract/vocabulary.ts'
import { countConversations } from '../../api/inbox.ts'
import { channelWords, scenarioWords } from '../../ui/text/vocabulary.ts'
import { inboxText, queueWords } from '../../ui/text/workbench/inbox.ts'
import { referralText } from '../../ui/text/workbench/referrals.ts'
import { useMe } from '../officers/use-me.ts'
import { VillageSelect } from '../ui/village-select.tsx'

/** The queues with how many stand in each, and the filters, all kept in the address. */
export function QueueNav({ queue }: { queue: InboxQueue }) {
  const { scope } = useMe()
  const [search, setSearch] = useSearchParams()
  const used = ['channel', 'scenario', 'village'].filter((name) => search.get(name)).length
  const [open, setOpen] = useState(used > 0)
  const { data } = useQuery({ queryKey: ['counts'], queryFn: countConversations })
  const counts: Partial<Record<InboxQueue, number>> = data ?? {}
  const set = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(search)
    if (value) next.set(name, value)
    else next.delete(name)
    setSearch(next, { replace: true })
  }
  const shown = inboxQueues.filter((each) => each !== 'villages' || scope === 'villages')
  return (
    <div className="queue-nav">
      <nav className="queues" aria-label={inboxText.queues}>
        {shown.map((each) => (
          <NavLink
            key={each}
            to={`/inbox/${each}?${search}`}
            className={`queue ${each === queue ? 'active' : ''} ${each === 'emergency' && counts.emergency ? 'alarm' : ''}`}
            aria-current={each === queue ? 'page' : undefined}
          >
            {queueWords[each]}
            {counts[each] !== undefined && <span className="queue-count">{counts[each]}</span>}
          </NavLink>
        ))}
        <NavLink to="/referrals" className="queue">
          {referralText.short}
        </NavLink>
        <Badge count={used} size="small" offset={[-6, 6]}>
          <Button
            type="text"
            icon={<FilterOutlined />}
            aria-label={inboxText.filters}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          />
        </Badge>
      </nav>
      {search.get('contact') && (
        <Button
          className="one-contact"
          size="small"
          icon={<CloseOutlined />}
          iconPlacement="end"
          onClick={() => set('contact', undefined)}
        >
          {inboxText.oneContact}
        </Button>
      )}
      {open && (
        <div className="queue-filters">
          <Select
            allowClear
            placeholder={inboxText.allChannels}
            aria-label={inboxText.allChannels}
            value={search.get('channel') ?? undefined}
            onChange={(value) => set('channel', value)}
            options={channels.map((value) => ({ value, label: channelWords[value] }))}
          />
          <Select
            allowClear
            placeholder={inboxText.allScenarios}
            aria-label={inboxText.allScenarios}
            value={search.get('scenario') ?? undefined}
            onChange={(value) => set('scenario', value)}
            options={scenarios.map((value) => ({ value, label: scenarioWords[value] }))}
          />
          <VillageSelect
            withRetired
            placeholder={inboxText.allVillages}
            value={search.get('village')}
            onChange={(value) => set('village', value)}
          />
        </div>
      )}
    </div>
  )
}
