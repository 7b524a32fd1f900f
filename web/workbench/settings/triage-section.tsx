import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Popconfirm, Tag } from 'antd'
import { useEffect, useState } from 'react'
import { askRetraining, listTriageModels, putIntoUse, type TriageModelItem } from '../../api/triage-models.ts'
import { triageModelText as text } from '../../ui/text/workbench/triage-models.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { TriageReport } from './triage-report.tsx'

const touches = [['triage-models']]
const longestWaitMs = 90_000

/** The reading of messages: which version reads, new ones trained on corrections, each with its report and a yes. */
export function TriageSection() {
  // While a candidate is being made: the newest one before it.
  const [awaiting, setAwaiting] = useState<{ last: string | null } | null>(null)
  const query = useQuery({
    queryKey: ['triage-models'],
    queryFn: listTriageModels,
    refetchInterval: awaiting ? 1500 : false,
  })
  const newest = query.data?.items[0]?.id ?? null
  useEffect(() => {
    if (!awaiting) return
    if (newest !== awaiting.last) return setAwaiting(null)
    const timer = setTimeout(() => setAwaiting(null), longestWaitMs)
    return () => clearTimeout(timer)
  }, [awaiting, newest])
  const train = useDeed(() => askRetraining(), {
    onDone: () => setAwaiting({ last: newest }),
    touches,
  })
  const use = useDeed(putIntoUse, { said: text.used, touches })
  return (
    <Card className="triage-section">
      <p className="quiet">{text.what}</p>
      <Loaded query={query}>
        {(data) => {
          const used = data.items.find(({ id }) => id === data.inUse)
          const current = data.inUse && used && !used.outdated ? used : null
          return (
            <>
              <p className="spread">
                <span>
                  {text.nowReading}：<b>{current ? text.ownModel(current.version) : text.delivered}</b>{' '}
                  <span className="quiet">
                    {data.inUseSince && data.inUseBy && text.since(data.inUseBy, momentText(data.inUseSince))}
                  </span>
                </span>
                {data.inUse && (
                  <Popconfirm title={text.goBackSure} onConfirm={() => use.mutate(null)}>
                    <Button size="small" loading={use.isPending}>
                      {text.goBack}
                    </Button>
                  </Popconfirm>
                )}
              </p>
              <p className="spread">
                <span>{text.corrections(data.corrections)}</span>
                <Button
                  type="primary"
                  disabled={data.corrections === 0}
                  loading={train.isPending || awaiting !== null}
                  onClick={() => train.mutate()}
                >
                  {text.train}
                </Button>
              </p>
              {awaiting && <Alert type="info" showIcon title={text.training} />}
              {data.items.length === 0 && <p className="quiet">{text.none}</p>}
              <ul className="plain-list">
                {data.items.map((item) => (
                  <Candidate
                    key={item.id}
                    item={item}
                    inUse={item.id === data.inUse}
                    busy={use.isPending}
                    onUse={() => use.mutate(item.id)}
                  />
                ))}
              </ul>
            </>
          )
        }}
      </Loaded>
    </Card>
  )
}

function Candidate(props: { item: TriageModelItem; inUse: boolean; busy: boolean; onUse: () => void }) {
  const { item } = props
  return (
    <li className="line">
      <div className="spread">
        <span>
          <b>{text.madeOf(item.corrections, momentText(item.madeAt))}</b>{' '}
          <span className="quiet">
            {item.askedBy} · {item.version}
          </span>
        </span>
        {props.inUse && !item.outdated && <Tag color="green">{text.inUse}</Tag>}
        {item.outdated && <Tag>{text.outdated}</Tag>}
        {!props.inUse && !item.outdated && !item.refused && (
          <Popconfirm title={text.useSure} onConfirm={props.onUse}>
            <Button size="small" disabled={props.busy}>
              {text.use}
            </Button>
          </Popconfirm>
        )}
      </div>
      {item.refused && <Alert type="warning" showIcon title={`${text.refused}：${item.refused}`} />}
      <details>
        <summary>{text.report}</summary>
        <TriageReport report={item.report} />
      </details>
    </li>
  )
}
