import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Drawer, Progress } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { askReconcile, listFindings, listReconciles, type Reconcile } from '../../api/external-contacts.ts'
import { findingWords, reconcilePartWords, workText } from '../../ui/text/workbench/work-contacts.ts'
import { momentText } from '../../ui/time.ts'
import { useMay } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { useDeed } from '../ui/use-deed.ts'

/** The comparison of all that WeCom has with all that we have: how far it is, and what had drifted. */
export function ReconcileSection() {
  const [shown, setShown] = useState<Reconcile>()
  const query = useQuery({
    queryKey: ['wecom-reconciles'],
    queryFn: listReconciles,
    refetchInterval: ({ state }) => (state.data?.items.some(({ finishedAt }) => !finishedAt) ? 2000 : 60_000),
  })
  const ask = useDeed(askReconcile, { said: workText.reconcileAsked, touches: [['wecom-reconciles']] })
  const may = useMay()
  const busy = query.data?.items.some(({ finishedAt }) => !finishedAt)
  return (
    <Card
      title={workText.reconcile}
      extra={
        <Button type="primary" disabled={busy} loading={ask.isPending} onClick={() => ask.mutate()}>
          {workText.reconcileNow}
        </Button>
      }
    >
      <p className="quiet">{workText.reconcileHint}</p>
      <Loaded query={query} isEmpty={({ items }) => items.length === 0} empty={workText.noReconciles}>
        {({ items }) => (
          <ul className="plain-list">
            {items.map((run) => (
              <li key={run.id} className="line">
                <Run run={run} {...(may('residents.read') ? { onShow: () => setShown(run) } : {})} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {shown && <FindingsDrawer run={shown} onClose={() => setShown(undefined)} />}
    </Card>
  )
}

function Run({ run, onShow }: { run: Reconcile; onShow?: () => void }) {
  const drift = run.added + run.changed + run.ended
  if (!run.finishedAt)
    return (
      <>
        <div className="spread">
          <b>{reconcilePartWords[run.part]}</b>
          <span className="quiet">
            {run.startedAt ? `${workText.running} ${run.done}/${run.total}` : workText.waitingRun}
          </span>
        </div>
        <Progress percent={run.total > 0 ? Math.floor((run.done / run.total) * 100) : 0} status="active" />
      </>
    )
  return (
    <>
      <div className="spread">
        <span>
          <b>{reconcilePartWords[run.part]}</b>{' '}
          {!run.failure && (
            <DotTag tone={drift > 0 ? 'amber' : 'green'}>
              {drift > 0 ? workText.drift(run.added, run.changed, run.ended) : workText.noDrift}
            </DotTag>
          )}{' '}
          <span className="quiet">{workText.compared(run.done)}</span>
        </span>
        <span className="quiet">
          {momentText(run.finishedAt)}{' '}
          {drift > 0 && onShow && (
            <Button size="small" type="link" onClick={onShow}>
              {workText.showFindings}
            </Button>
          )}
        </span>
      </div>
      {run.failure && <Alert type="error" showIcon title={run.failure} />}
    </>
  )
}

function FindingsDrawer({ run, onClose }: { run: Reconcile; onClose: () => void }) {
  const query = useQuery({
    queryKey: ['wecom-findings', run.id],
    queryFn: () => listFindings(run.id, { limit: 100 }),
  })
  const page = run.part === 'contacts' ? '/wechat/contacts' : '/wechat/groups'
  return (
    <Drawer
      open
      size={520}
      onClose={onClose}
      title={`${reconcilePartWords[run.part]} · ${workText.drift(run.added, run.changed, run.ended)}`}
    >
      <Loaded query={query} isEmpty={({ items }) => items.length === 0} empty={workText.noFindings}>
        {({ items }) => (
          <ul className="plain-list">
            {items.map((finding) => (
              <li key={finding.place} className="spread line">
                <span>
                  <DotTag tone={finding.kind === 'ended' ? 'red' : 'blue'}>
                    {findingWords[finding.kind]}
                  </DotTag>{' '}
                  <Link to={`${page}/${finding.subjectId}`}>{finding.name}</Link>
                </span>
                <span className="quiet">
                  {[finding.villageName, finding.account].filter(Boolean).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Drawer>
  )
}
