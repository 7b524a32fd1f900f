import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Progress } from 'antd'
import { useState } from 'react'
import {
  type BroadcastReceipts,
  type ChannelReceipts,
  exportReceipts,
  readReceipts,
  type TargetQuery,
} from '../../api/broadcast-receipts.ts'
import { carriedWords, failWords, receiptText } from '../../ui/text/workbench/broadcast-receipts.ts'
import { useMay } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { saveBlob } from '../ui/save-blob.ts'
import { useDeed } from '../ui/use-deed.ts'
import { OfficersCard } from './officers-card.tsx'
import { TargetsDialog } from './targets-dialog.tsx'

/** How far a broadcast is: officers asked, officers who confirmed, whom it reached. Three numbers, never one. */
export function ReceiptsCard({ id }: { id: string }) {
  const query = useQuery({
    queryKey: ['broadcast', id, 'receipts'],
    queryFn: () => readReceipts(id),
    // Told live; asked again now and then for what a broken line swallowed.
    refetchInterval: ({ state }) => (state.data?.startedAt && !state.data.finishedAt ? 15_000 : false),
  })
  const may = useMay()
  const save = useDeed(() => exportReceipts(id), {
    said: receiptText.exported,
    onDone: (blob) => saveBlob(blob, receiptText.fileName),
  })
  const [people, setPeople] = useState<TargetQuery | null>(null)
  if (query.data && !query.data.startedAt) return null
  return (
    <>
      <Card
        title={receiptText.title}
        extra={
          may('exports.make') && (
            <Button size="small" loading={save.isPending} onClick={() => save.mutate()}>
              {receiptText.export}
            </Button>
          )
        }
      >
        <p className="quiet gap-below">{receiptText.hint}</p>
        <Loaded query={query} rows={3}>
          {(receipts) => <Receipts receipts={receipts} onOpen={setPeople} />}
        </Loaded>
      </Card>
      {query.data && query.data.officers.length > 0 && (
        <OfficersCard id={id} officers={query.data.officers} />
      )}
      {people && <TargetsDialog id={id} query={people} onClose={() => setPeople(null)} />}
    </>
  )
}

function Receipts(props: { receipts: BroadcastReceipts; onOpen: (query: TargetQuery) => void }) {
  const { receipts, onOpen } = props
  return (
    <>
      {receipts.channels.length > 0 && !receipts.connected && receipts.finishedAt === null && (
        <Alert className="gap-below" type="warning" showIcon title={receiptText.notConnected} />
      )}
      {receipts.pictures.map(({ fileId, place, why }) => (
        <Alert
          key={fileId}
          className="gap-below"
          type="error"
          showIcon
          title={receiptText.picture(place, why)}
        />
      ))}
      {receipts.channels.map((channel) => (
        <ChannelBars key={channel.channel} receipts={channel} onOpen={onOpen} />
      ))}
      {receipts.pageVillages > 0 && <p className="quiet">{receiptText.page(receipts.pageVillages)}</p>}
    </>
  )
}

const reachedWords = {
  groups: receiptText.reachedGroups,
  contacts: receiptText.reachedContacts,
  moments: receiptText.reachedMoments,
}

function ChannelBars(props: { receipts: ChannelReceipts; onOpen: (query: TargetQuery) => void }) {
  const { receipts, onOpen } = props
  const { channel } = receipts
  const failed = receipts.failures.reduce((total, { count }) => total + count, 0)
  return (
    <section className="gap-below" data-channel={channel}>
      <h3>{carriedWords[channel]}</h3>
      <Bar name={receiptText.asked} done={receipts.asked} all={receipts.officers} />
      <Bar name={receiptText.confirmed} done={receipts.confirmed} all={receipts.officers} />
      <Bar name={reachedWords[channel]} done={receipts.reached} all={receipts.targets} />
      <div className="button-row">
        {receipts.reached > 0 && (
          <Button size="small" onClick={() => onOpen({ channel, state: 'reached' })}>
            {reachedWords[channel]} {receipts.reached}
          </Button>
        )}
        {receipts.open > 0 && (
          <Button size="small" onClick={() => onOpen({ channel, state: 'open' })}>
            {receiptText.open(receipts.open)}
          </Button>
        )}
      </div>
      {failed > 0 && (
        <>
          <p className="gap-above">{receiptText.failures(failed)}</p>
          <ul className="plain-list">
            {receipts.failures.map(({ reason, count }) => (
              <li key={reason} className="spread line">
                <span>
                  {failWords[reason]}：{count}
                </span>
                <Button
                  size="small"
                  aria-label={`${receiptText.who} ${failWords[reason]}`}
                  onClick={() => onOpen({ channel, state: 'failed', reason })}
                >
                  {receiptText.who}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Bar({ name, done, all }: { name: string; done: number; all: number }) {
  return (
    <div className="receipt-bar">
      <div className="spread">
        <span>{name}</span>
        <b>{receiptText.of(done, all)}</b>
      </div>
      <Progress
        aria-label={name}
        percent={all > 0 ? Math.floor((done / all) * 100) : 0}
        showInfo={false}
        status="normal"
      />
    </div>
  )
}
