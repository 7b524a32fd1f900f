import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Popconfirm, Progress, Select } from 'antd'
import { useState } from 'react'
import { listWorkAccounts } from '../../api/external-contacts.ts'
import {
  type Handover,
  type HandoverPreview,
  listHandoverRefusals,
  listHandovers,
  previewHandover,
  startHandover,
} from '../../api/handovers.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { handoverKindWords, workText } from '../../ui/text/workbench/work-contacts.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { accountName } from './follow-tag.tsx'

/** An officer moves or leaves: everything of her work account goes to a colleague in one step. */
export function HandoverSection() {
  const runs = useQuery({
    queryKey: ['handovers'],
    queryFn: listHandovers,
    refetchInterval: ({ state }) => (state.data?.items.some(({ finishedAt }) => !finishedAt) ? 5000 : false),
  })
  return (
    <>
      <NewHandover />
      <Card title={workText.handovers}>
        <Loaded query={runs} isEmpty={({ items }) => items.length === 0} empty={workText.noHandovers}>
          {({ items }) => (
            <ul className="plain-list">
              {items.map((run) => (
                <Run key={run.id} run={run} />
              ))}
            </ul>
          )}
        </Loaded>
      </Card>
    </>
  )
}

function NewHandover() {
  const [from, setFrom] = useState<string>()
  const [to, setTo] = useState<string>()
  const accounts = useQuery({ queryKey: ['work-accounts'], queryFn: listWorkAccounts })
  const preview = useQuery({
    queryKey: ['handovers', 'preview', from, to],
    queryFn: () => previewHandover(from!, to!),
    enabled: !!from && !!to && from !== to,
    retry: false,
  })
  const begin = useDeed(() => startHandover(from!, to!), {
    said: workText.handoverBegun,
    touches: [['handovers'], ['conversations'], ['cases'], ['counts'], ['home']],
  })
  const items = accounts.data?.items ?? []
  const label = (each: (typeof items)[number]) =>
    `${accountName(each)}${each.goneAt ? `（${workText.gone}）` : ''}`
  return (
    <Card title={workText.newHandover}>
      <p className="quiet">{workText.handoverHint}</p>
      <div className="filters gap-above">
        <Select
          value={from}
          onChange={setFrom}
          placeholder={workText.handFrom}
          aria-label={workText.handFrom}
          options={items.map((each) => ({ value: each.account, label: label(each) }))}
        />
        <Select
          value={to}
          onChange={setTo}
          placeholder={workText.handTo}
          aria-label={workText.handTo}
          options={items
            .filter(({ account, goneAt }) => account !== from && !goneAt)
            .map((each) => ({ value: each.account, label: label(each) }))}
        />
      </div>
      {from && to && from !== to && (
        <Loaded query={preview} rows={2}>
          {(counts) => (
            <>
              <Preview counts={counts} />
              <Popconfirm
                title={workText.sureToHandOver}
                okText={commonText.confirm}
                cancelText={commonText.cancel}
                onConfirm={() => begin.mutate()}
              >
                <Button type="primary" disabled={counts.isRunning} loading={begin.isPending}>
                  {workText.handOver}
                </Button>
              </Popconfirm>
            </>
          )}
        </Loaded>
      )}
    </Card>
  )
}

function Preview({ counts }: { counts: HandoverPreview }) {
  return (
    <>
      <p>
        {counts.unconfirmed.length > 0
          ? workText.wouldMoveContacts(counts.contacts, counts.groups)
          : workText.wouldMove(counts.contacts, counts.groups, counts.conversations, counts.cases)}
        {counts.left > 0 && ` ${workText.someLeft(counts.left)}`}
      </p>
      {counts.unconfirmed.length > 0 && (
        <Alert
          className="gap-below"
          type="warning"
          showIcon
          title={workText.mattersStay(sidesText(counts.unconfirmed), counts.conversations, counts.cases)}
        />
      )}
      {counts.hasLeft && <Alert className="gap-below" type="info" showIcon title={workText.memberLeft} />}
      {counts.isRunning && <Alert className="gap-below" type="warning" showIcon title={workText.isRunning} />}
    </>
  )
}

const sidesText = (sides: Handover['unconfirmed']) =>
  sides.map((side) => (side === 'from' ? workText.sideFrom : workText.sideTo)).join('、')

function Run({ run }: { run: Handover }) {
  const [open, setOpen] = useState(false)
  const sum = (key: 'open' | 'asked' | 'done' | 'refused') =>
    run.counts.reduce((total, each) => total + each[key], 0)
  const total = sum('open') + sum('asked') + sum('done') + sum('refused')
  return (
    <li className="line">
      <div className="spread">
        <b>
          {run.fromName ?? run.from} → {run.toName ?? run.to}
        </b>
        <span className="quiet">
          {momentText(run.askedAt)} · {run.finishedAt ? workText.finished : workText.underWay}
        </span>
      </div>
      <Progress
        percent={total > 0 ? Math.floor(((sum('done') + sum('refused')) / total) * 100) : 100}
        status={run.finishedAt ? 'normal' : 'active'}
      />
      {run.unconfirmed.length > 0 && (
        <div className="field-error">{workText.mattersStayed(sidesText(run.unconfirmed))}</div>
      )}
      {run.counts.map((each) => (
        <div key={each.kind} className="quiet">
          {handoverKindWords[each.kind]}：
          {workText.handedCounts(each.done, each.asked, each.open, each.refused)}
        </div>
      ))}
      {sum('refused') > 0 && (
        <Button size="small" onClick={() => setOpen(!open)} aria-expanded={open}>
          {workText.whyRefused}
        </Button>
      )}
      {open && <Refusals id={run.id} />}
    </li>
  )
}

function Refusals({ id }: { id: string }) {
  const query = useQuery({ queryKey: ['handover', id], queryFn: () => listHandoverRefusals(id) })
  return (
    <Loaded query={query} rows={2}>
      {({ items }) => (
        <ul className="plain-list gap-above">
          {items.map((item) => (
            <li key={`${item.kind} ${item.subjectId} ${item.name}`} className="line">
              <b>{item.name || commonText.unknown}</b> <span className="quiet">{item.why}</span>
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  )
}
