import { DownOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { type HouseholdPage as Household, showHousehold } from '../../api/households.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { endWords, householdText } from '../../ui/text/workbench/households.ts'
import { useMay } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { useFilters } from '../ui/use-filters.ts'
import { type HouseholdDeed, HouseholdDialogs } from './household-dialogs.tsx'
import { HouseholdHistory } from './household-history.tsx'
import { HouseholdMattersCard } from './household-matters.tsx'
import { HouseholdPeople } from './household-people.tsx'
import { OtherDoor } from './other-door.tsx'
import { PlacesNav } from './places-nav.tsx'
import './places.css'

export function HouseholdPage() {
  const { id = '' } = useParams()
  const query = useQuery({ queryKey: ['household', id], queryFn: () => showHousehold(id) })
  if (query.data) return <HouseholdView key={id} household={query.data} />
  return (
    <Page title={householdText.household} above={<PlacesNav />}>
      <Loaded query={query}>{() => null}</Loaded>
    </Page>
  )
}

const deeds = ['edit', 'arrive', 'split', 'merge', 'end'] as const
/** Deeds that an address may open, such as `?do=split`. */
const opened = (name: string | undefined): HouseholdDeed | null =>
  deeds.flatMap((each) => (each === name ? [{ do: each }] : []))[0] ?? null

/** One household: who lives there, what became of it, what is open. */
function HouseholdView({ household }: { household: Household }) {
  const may = useMay()
  const { get, set } = useFilters()
  const [deed, setDeed] = useState(() => opened(get('do')))
  const stands = !household.residentUntilOn
  const mayWrite = may('residents.write') && stands
  const close = () => {
    setDeed(null)
    if (get('do')) set('do', undefined)
  }
  return (
    <Page
      title={household.address}
      above={<PlacesNav />}
      actions={
        mayWrite && (
          <>
            <Button onClick={() => setDeed({ do: 'arrive' })}>{householdText.arrive}</Button>
            <Button onClick={() => setDeed({ do: 'split' })} disabled={household.lives.length < 2}>
              {householdText.split}
            </Button>
            <Dropdown
              trigger={['click']}
              menu={{
                items: [
                  { key: 'edit', label: householdText.edit },
                  { key: 'merge', label: householdText.merge },
                  {
                    key: 'end',
                    label: household.lives.length > 0 ? householdText.end : householdText.endDied,
                    danger: true,
                  },
                ],
                onClick: ({ key }) => setDeed(opened(key)),
              }}
            >
              <Button>
                {commonText.more} <DownOutlined />
              </Button>
            </Dropdown>
          </>
        )
      }
    >
      {household.residentUntilOn && (
        <Alert
          className="gap-below"
          type="info"
          title={
            <>
              {householdText.over(
                endWords[household.endedHow ?? 'moved_out'] ?? '',
                household.residentUntilOn,
              )}{' '}
              {household.mergedInto && (
                <>
                  {householdText.merged} <OtherDoor other={household.mergedInto} />
                </>
              )}
            </>
          }
        />
      )}
      <div className="list-and-detail">
        <div>
          <HouseholdFacts household={household} />
          <HouseholdPeople household={household} onDeed={mayWrite ? setDeed : undefined} />
        </div>
        <div>
          <HouseholdMattersCard householdId={household.id} />
          <HouseholdHistory history={household.history} mayUndo={may('residents.write')} />
        </div>
      </div>
      <HouseholdDialogs household={household} deed={deed} onClose={close} />
    </Page>
  )
}

function HouseholdFacts({ household }: { household: Household }) {
  const head = household.lives.find((person) => person.head)
  return (
    <Card>
      <dl className="facts">
        <dt>{commonText.village}</dt>
        <dd>
          <Link to={`/villages/${household.villageId}`}>{household.villageName}</Link>{' '}
          {household.villageGroup && (
            <Link
              to={`/households?village=${household.villageId}&group=${encodeURIComponent(household.villageGroup)}`}
            >
              {household.villageGroup}
            </Link>
          )}
        </dd>
        <dt>{householdText.head}</dt>
        <dd>{head?.name ?? householdText.noHead}</dd>
        <dt>{householdText.since}</dt>
        <dd>{household.residentSinceOn}</dd>
        {household.sameDoor.length > 0 && (
          <>
            <dt>{householdText.sameDoorAs}</dt>
            <dd className="button-row">
              {household.sameDoor.map(({ id, address }) => (
                <Link key={id} to={`/households/${id}`}>
                  {address}
                </Link>
              ))}
            </dd>
          </>
        )}
        {household.note && (
          <>
            <dt>{householdText.note}</dt>
            <dd className="pre-line">{household.note}</dd>
          </>
        )}
      </dl>
    </Card>
  )
}
