import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Drawer } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import {
  type AppointmentDetail,
  type Step,
  showAppointment,
  stepAppointment,
} from '../../api/appointments.ts'
import type { MissingPapers } from '../../api/cases.ts'
import { ApiError } from '../../api/fetch-json.ts'
import { appointmentWords } from '../../ui/text/vocabulary.ts'
import { appointmentText } from '../../ui/text/workbench/appointments.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { clockTime, momentText } from '../../ui/time.ts'
import { useMay } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { appointmentTone } from './appointment-tone.ts'
import { CallDone } from './call-done.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { OwnPapersCard } from './own-papers-card.tsx'
import { SituationCard } from './situation-card.tsx'
import { TurnedBackDialog } from './turned-back-dialog.tsx'

export function AppointmentDrawer({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const query = useQuery({
    queryKey: ['appointment', id],
    queryFn: () => showAppointment(id ?? ''),
    enabled: !!id,
  })
  return (
    <Drawer
      open={!!id}
      onClose={onClose}
      title={query.data?.appointment.number ?? appointmentText.title}
      size={440}
    >
      {id && <Loaded query={query}>{(data) => <Details data={data} />}</Loaded>}
    </Drawer>
  )
}

type StepInput = { to: Step; note?: string; missing?: MissingPapers }

function Details({ data }: { data: AppointmentDetail }) {
  const { appointment: item, bring, changes } = data
  const may = useMay()
  const [dialog, setDialog] = useState<'cancel' | 'move' | 'turned' | 'again'>()
  const step = useDeed(({ to, ...body }: StepInput) => stepAppointment(item.id, to, body), {
    touches: [['appointment', item.id], ['appointments'], ['home'], ['slots']],
    onDone: () => setDialog(undefined),
    onFail: (error) => {
      const { cameAt } =
        ((error instanceof ApiError ? error.details : undefined) as { cameAt?: string }) ?? {}
      if (cameAt) setDialog('again')
    },
  })
  const open = item.status === 'booked' || item.status === 'arrived'
  return (
    <>
      <Card
        title={`${momentText(item.startsAt)}–${clockTime(item.endsAt)}`}
        extra={<DotTag tone={appointmentTone[item.status]}>{appointmentWords[item.status]}</DotTag>}
      >
        <dl className="facts">
          <dt>{appointmentText.guide}</dt>
          <dd>
            <Link to={`/guides/${item.guide.slug}`}>{item.guide.name}</Link>
          </dd>
          <dt>{commonText.name}</dt>
          <dd>{item.personName}</dd>
          <dt>{commonText.phone}</dt>
          <dd>{item.phone ? <a href={`tel:${item.phone}`}>{item.phone}</a> : commonText.unknown}</dd>
          {item.counter && (
            <>
              <dt>{appointmentText.counters}</dt>
              <dd>{item.counter.name}</dd>
            </>
          )}
        </dl>
        {item.callDue && (
          <Alert
            className="gap-above gap-below"
            type="warning"
            title={appointmentText.callDue}
            description={
              item.phone ? <a href={`tel:${item.phone}`}>{item.phone}</a> : appointmentText.noPhone
            }
            action={may('appointments.write') && <CallDone id={item.id} />}
          />
        )}
        <p className="quiet">
          {item.bookedBy ? appointmentText.bookedBy(item.bookedBy.name) : appointmentText.byResident}{' '}
          {momentText(item.bookedAt)}
          {item.movedFrom && ` · ${appointmentText.movedFrom(momentText(item.movedFrom))}`}
          {item.remindedAt &&
            ` · ${item.remindedBy ? appointmentText.remindedBy(item.remindedBy, momentText(item.remindedAt)) : appointmentText.reminded(momentText(item.remindedAt))}`}
        </p>
        <p className="button-row">
          {item.conversationId && (
            <Link to={`/inbox/all/${item.conversationId}`}>{caseText.conversation}</Link>
          )}
          {item.caseId && <Link to={`/cases/${item.caseId}`}>{caseText.title}</Link>}
        </p>
        {open && may('appointments.write') && (
          <div className="button-row gap-above">
            {item.status === 'booked' && (
              <Button type="primary" loading={step.isPending} onClick={() => step.mutate({ to: 'arrival' })}>
                {appointmentText.arrive}
              </Button>
            )}
            <Button
              type={item.status === 'arrived' ? 'primary' : 'default'}
              onClick={() => step.mutate({ to: 'service' })}
            >
              {appointmentText.serve}
            </Button>
            {item.status === 'arrived' && bring.length > 0 && (
              <Button onClick={() => setDialog('turned')}>{appointmentText.turnedBack}</Button>
            )}
            {item.status === 'booked' && (
              <>
                <Button onClick={() => step.mutate({ to: 'absence' })}>{appointmentText.absent}</Button>
                <Button onClick={() => setDialog('move')}>{appointmentText.move}</Button>
              </>
            )}
            <Button danger type="text" onClick={() => setDialog('cancel')}>
              {appointmentText.cancel}
            </Button>
          </div>
        )}
      </Card>
      <SituationCard data={data} />
      <OwnPapersCard data={data} />
      <Card title={appointmentText.history}>
        <ul className="plain-list">
          {changes.map((change) => (
            <li key={change.changedAt} className="line">
              {appointmentWords[change.status]}{' '}
              <span className="quiet">
                {change.byResident ? caseText.byResident : change.officer} {momentText(change.changedAt)}{' '}
                {change.note}
              </span>
            </li>
          ))}
        </ul>
      </Card>
      {dialog === 'turned' && (
        <TurnedBackDialog
          papers={bring}
          busy={step.isPending}
          onDone={(body) => step.mutate({ to: 'service', ...body })}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'again' && (
        <ReasonDialog
          title={appointmentText.serve}
          label={appointmentText.cameAgain}
          busy={step.isPending}
          onReason={(note) => step.mutate({ to: 'service', note })}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'move' && <MoveDialog item={item} papers={bring} onClose={() => setDialog(undefined)} />}
      {dialog === 'cancel' && (
        <ReasonDialog
          title={appointmentText.cancel}
          label={appointmentText.cancelReason}
          busy={step.isPending}
          danger
          onReason={(note) => step.mutate({ to: 'cancellation', note })}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  )
}
