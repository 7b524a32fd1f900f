import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { showVillage, type VillagePage as Village } from '../../api/households.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { changeWords, householdText } from '../../ui/text/workbench/households.ts'
import { Card } from '../ui/card.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { AppointmentLines, CaseLines, ConversationLines } from './open-matters.tsx'
import { PlacesNav } from './places-nav.tsx'
import { VillageGroups } from './village-groups.tsx'
import './places.css'

export function VillagePage() {
  const { id = '' } = useParams()
  const query = useQuery({ queryKey: ['village', id], queryFn: () => showVillage(id) })
  return (
    <Page title={query.data?.name ?? householdText.villages} above={<PlacesNav />}>
      <Loaded query={query} rows={10}>
        {(village) => <VillageView village={village} />}
      </Loaded>
    </Page>
  )
}

/** A village, where everything meets. */
function VillageView({ village }: { village: Village }) {
  const { conversations, cases, appointments, chatGroups } = village
  const households = `/households?village=${village.id}`
  return (
    <>
      <VillageFacts village={village} />
      <div className="place-columns">
        <Card title={householdText.byGroup} extra={<Link to={households}>{householdText.all}</Link>}>
          <VillageGroups village={village} />
        </Card>
        <div>
          <Card
            title={`${householdText.openConversations} ${conversations.open}`}
            extra={<Link to={`/inbox/all?village=${village.id}`}>{householdText.all}</Link>}
          >
            {conversations.open === 0 && <p className="quiet">{householdText.nothingOpen}</p>}
            <ConversationLines items={conversations.items} />
          </Card>
          <Card
            title={`${householdText.cases} ${cases.open}`}
            extra={<Link to={`/cases?village=${village.id}`}>{householdText.all}</Link>}
          >
            {cases.open === 0 && <p className="quiet">{householdText.nothingOpen}</p>}
            <CaseLines items={cases.items} />
          </Card>
          <Card
            title={householdText.chatGroups}
            extra={
              <span className="quiet">
                {householdText.chatGroupCount(chatGroups.count, chatGroups.members)}
              </span>
            }
          >
            <ul className="plain-list link-list">
              {chatGroups.items.map(({ id, name, members }) => (
                <li key={id} className="spread">
                  <Link to={`/wechat/groups/${id}`}>{name}</Link>
                  <span className="quiet">{householdText.members(members)}</span>
                </li>
              ))}
            </ul>
          </Card>
        </div>
        <div>
          <Card title={householdText.appointments}>
            {appointments.week === 0 && <p className="quiet">{commonText.none}</p>}
            <AppointmentLines items={appointments.items} />
          </Card>
          <Card title={householdText.changes}>
            {village.changes.length === 0 && <p className="quiet">{householdText.noChanges}</p>}
            <ul className="plain-list">
              {village.changes.map((change, index) => (
                <li key={`${change.householdId}${change.kind}${index}`} className="line">
                  <span className="numbers quiet">{change.on}</span>{' '}
                  {change.person && <Link to={`/residents/${change.person.id}`}>{change.person.name}</Link>}{' '}
                  {changeWords[change.kind]}{' '}
                  <Link to={`/households/${change.householdId}`}>{change.address}</Link>
                </li>
              ))}
            </ul>
          </Card>
        </div>
      </div>
    </>
  )
}

function VillageFacts({ village }: { village: Village }) {
  const { households, reached, appointments, conversations } = village
  const share = households > 0 ? Math.round((reached * 1000) / households) / 10 : 0
  return (
    <Card>
      <div className="village-facts">
        <Fact name={householdText.households} value={households} to={`/households?village=${village.id}`} />
        <Fact
          name={householdText.coverage}
          value={`${share}%`}
          more={householdText.coverageOf(reached, households)}
          to={`/households?village=${village.id}&reached=no`}
        />
        <Fact name={householdText.people} value={village.people} />
        <Fact name={householdText.awayPeople} value={village.away} />
        <Fact
          name={householdText.waiting}
          value={conversations.waiting}
          to={`/inbox/waiting?village=${village.id}`}
        />
        <Fact name={householdText.today} value={appointments.today} />
        <Fact name={householdText.week} value={appointments.week} />
      </div>
      <p className="quiet">
        {householdText.responsible}{' '}
        {village.responsible.map(({ name }) => name).join('、') || householdText.nobodyResponsible}
        {village.aliases.length > 0 && ` · ${householdText.aliases} ${village.aliases.join('、')}`}
      </p>
    </Card>
  )
}

function Fact(props: { name: string; value: number | string; more?: string; to?: string }) {
  const inner = (
    <>
      <span className="quiet">{props.name}</span>
      <b>{props.value}</b>
      {props.more && <small className="quiet">{props.more}</small>}
    </>
  )
  return props.to ? (
    <Link to={props.to} className="village-fact">
      {inner}
    </Link>
  ) : (
    <div className="village-fact">{inner}</div>
  )
}
