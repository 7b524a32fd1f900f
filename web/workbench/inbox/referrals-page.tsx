import { useQuery } from '@tanstack/react-query'
import { Select, Tabs } from 'antd'
import { Link } from 'react-router'
import { offices } from '../../../contract/vocabulary.ts'
import { listReferrals, type Office, type ReferralState } from '../../api/office-referrals.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { referralStateWords, referralText } from '../../ui/text/workbench/referrals.ts'
import { momentText } from '../../ui/time.ts'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { useFilters } from '../ui/use-filters.ts'
import { referralTones, stateOf } from './referral-card.tsx'

const states = Object.keys(referralStateWords) as ReferralState[]

/** Everything that went to another office in a year: who was told which number, and whether it was done there. */
export function ReferralsPage() {
  const { get, set } = useFilters()
  const state = (get('state') as ReferralState) || undefined
  const office = (get('office') as Office) || undefined
  const query = useQuery({
    queryKey: ['referrals', { state, office }],
    queryFn: () => listReferrals({ ...(state ? { state } : {}), ...(office ? { office } : {}) }),
  })
  const counts = query.data?.counts
  return (
    <Page title={referralText.title}>
      <Tabs
        activeKey={state ?? ''}
        onChange={(key) => set('state', key)}
        items={[
          { key: '', label: referralText.all },
          ...states.map((key) => ({
            key,
            label: `${referralStateWords[key]}${counts ? ` ${counts[key]}` : ''}`,
          })),
        ]}
      />
      <div className="filters">
        <Select
          value={office ?? ''}
          aria-label={referralText.office}
          popupMatchSelectWidth={false}
          onChange={(value) => set('office', value)}
          options={[
            { value: '', label: referralText.allOffices },
            ...Object.entries(offices).map(([value, { name, phone }]) => ({
              value,
              label: `${name} ${phone}`,
            })),
          ]}
        />
      </div>
      <Loaded query={query} rows={6} isEmpty={({ items }) => items.length === 0} empty={referralText.empty}>
        {({ items }) => (
          <ul className="plain-list card flush">
            {items.map((item) => (
              <li key={item.id}>
                <Link to={`/inbox/all/${item.conversationId}`} className="list-row">
                  <div className="spread">
                    <b>
                      {item.personName || commonText.unknown} · {offices[item.office].name} {item.phone}
                    </b>
                    <DotTag tone={referralTones[stateOf(item)]}>{referralStateWords[stateOf(item)]}</DotTag>
                  </div>
                  <span className="quiet">
                    {item.number} {item.villageName ?? commonText.unknownVillage} · {item.officerName}{' '}
                    {momentText(item.referredAt)}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Page>
  )
}
