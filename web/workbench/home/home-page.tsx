import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { Link } from 'react-router'
import { readHome, type StationHome } from '../../api/statistics.ts'
import { appointmentWords, clockWords, shiftWords } from '../../ui/text/vocabulary.ts'
import { homeText } from '../../ui/text/workbench/home.ts'
import { changeText } from '../../ui/text/workbench/wechat-change.ts'
import { clockTime, dayText, dueText, stationDay } from '../../ui/time.ts'
import { appointmentTone } from '../appointments/appointment-tone.ts'
import { useMay, useMe } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { Waiting } from '../ui/waiting.tsx'
import './home.css'
import { BigFigure } from './big-figure.tsx'
import { MyWork } from './my-work.tsx'
import { TodayTimeline } from './today-timeline.tsx'

/** What needs somebody now. Every figure opens the list it counts. */
export function HomePage() {
  const me = useMe()
  const query = useQuery({ queryKey: ['home'], queryFn: readHome, refetchInterval: 60_000 })
  return (
    <Page
      title={homeText.hello(me.officer.name)}
      tabTitle={homeText.title}
      above={<p className="quiet">{dayText(stationDay())}</p>}
    >
      <Loaded query={query} rows={8}>
        {(home) => <Home home={home} />}
      </Loaded>
    </Page>
  )
}

/** Where what an alarm tells of is seen to. */
const alarmPages: Record<string, string> = {
  wechat_letters: '/settings/wechat-letters',
  guides_to_reread: '/guides',
  edition_proposals: '/scripts/updates',
  wechat_change: '/settings/wechat',
  rumours_to_approve: '/rumours?filter=to_approve',
  rumours_new_evidence: '/rumours?filter=new_evidence',
  rumours_due: '/rumours?filter=due',
  rumour_groups: '/rumours?filter=groups_waiting',
}

function Home({ home }: { home: StationHome }) {
  const may = useMay()
  const { waiting, emergencies, clocks, appointments, alarms, onDuty } = home
  const booked = appointments.reduce(
    (sum, { status, count }) => (status === 'cancelled' ? sum : sum + count),
    0,
  )
  return (
    <>
      {alarms.map((alarm) => (
        <Alert
          key={alarm.key}
          className="gap-below"
          type="warning"
          showIcon
          title={alarm.sentence}
          action={
            alarmPages[alarm.key] && (
              <Link to={alarmPages[alarm.key]!}>
                {alarm.key === 'wechat_change' ? changeText.see : homeText.openAll}
              </Link>
            )
          }
        />
      ))}
      <div className="figures">
        <BigFigure
          to="/inbox/waiting"
          label={homeText.waiting}
          value={waiting.count}
          tone={waiting.count ? 'amber' : undefined}
        >
          {waiting.oldestSince && waiting.oldestId ? (
            <Link to={`/inbox/waiting/${waiting.oldestId}`}>
              {homeText.oldest} <Waiting since={waiting.oldestSince} />
            </Link>
          ) : (
            homeText.nobodyWaits
          )}
        </BigFigure>
        <BigFigure
          to="/inbox/emergency"
          label={homeText.emergencies}
          value={emergencies.open}
          tone={emergencies.open ? 'red' : undefined}
        >
          {emergencies.waiting > 0 ? homeText.emergenciesWaiting(emergencies.waiting) : homeText.allAnswered}
        </BigFigure>
        <BigFigure
          to="/cases?overdue=yes&sort=due"
          label={homeText.overdue}
          value={clocks.overdue}
          tone={clocks.overdue ? 'red' : undefined}
        >
          {clocks.oldest ? (
            <Link to={`/cases/${clocks.oldest.caseId}`}>
              {clocks.oldest.number} {clockWords[clocks.oldest.kind]} {dueText(clocks.oldest.dueAt)}
            </Link>
          ) : (
            homeText.dueToday(clocks.dueToday)
          )}
        </BigFigure>
        <BigFigure to="/appointments" label={homeText.appointments} value={booked}>
          {appointments
            .filter(({ count }) => count > 0)
            .map(({ status, count }) => (
              <DotTag key={status} tone={appointmentTone[status]}>
                {appointmentWords[status]} {count}
              </DotTag>
            ))}
        </BigFigure>
      </div>
      <div className="home-columns">
        <MyWork mine={home.mine} unassigned={waiting.unassigned} />
        <div>
          <Card title={homeText.onDuty} extra={<Link to="/settings/duty">{homeText.roster}</Link>}>
            {onDuty.length === 0 ? (
              <p className="quiet">{homeText.nobodyOnDuty}</p>
            ) : (
              <ul className="plain-list">
                {onDuty.map((shift) => (
                  <li key={`${shift.officerId} ${shift.kind}`} className="spread line">
                    <span>
                      {shift.name} <span className="quiet">{shiftWords[shift.kind]}</span>
                    </span>
                    <span className="quiet">{homeText.until(clockTime(shift.until))}</span>
                  </li>
                ))}
              </ul>
            )}
          </Card>
          {may('appointments.read') && <TodayTimeline />}
        </div>
      </div>
    </>
  )
}
