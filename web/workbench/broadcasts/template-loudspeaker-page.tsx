import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Empty } from 'antd'
import { Link, useParams } from 'react-router'
import { writeLoudspeakerText } from '../../../contract/broadcast-text.ts'
import type { BroadcastUrgency } from '../../../contract/vocabulary.ts'
import { type BroadcastDetail, showBroadcast } from '../../api/broadcasts.ts'
import { templateText } from '../../ui/text/workbench/broadcast-templates.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { momentText } from '../../ui/time.ts'
import { useMe, useVillagesInUse } from '../officers/use-me.ts'
import { CopyLine } from '../ui/copy-line.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import './broadcasts.css'
import './cap.css'

const howOften: Record<BroadcastUrgency, string> = {
  emergency: templateText.howOftenEmergency,
  important: templateText.howOftenImportant,
  ordinary: templateText.howOftenOrdinary,
}

/** A sheet a village to read from at the loudspeaker, and the same words to copy. */
export function LoudspeakerPage() {
  const { id = '' } = useParams()
  const query = useQuery({ queryKey: ['broadcast', id], queryFn: () => showBroadcast(id) })
  const spoken = query.data?.versions[0]?.spoken
  return (
    <Page
      title={templateText.sheet}
      above={
        <Link to={`/broadcasts/${id}`} className="no-print">
          ← {query.data?.broadcast.title ?? commonText.back}
        </Link>
      }
      actions={
        spoken && (
          <Button type="primary" onClick={() => window.print()}>
            {commonText.print}
          </Button>
        )
      }
    >
      <Loaded query={query}>
        {(data) => (spoken ? <Sheets data={data} /> : <Empty description={templateText.noSpoken} />)}
      </Loaded>
    </Page>
  )
}

function Sheets({ data }: { data: BroadcastDetail }) {
  const me = useMe()
  const { broadcast, versions, steps } = data
  const newest = versions[0]!
  const villages = useVillagesInUse().filter(
    ({ id }) =>
      (broadcast.villageIds === null || broadcast.villageIds.includes(id)) &&
      (me.scope !== 'villages' || me.villageIds.includes(id)),
  )
  const approval = steps.findLast(({ step }) => step === 'approved')
  const text = writeLoudspeakerText(newest.spoken, me.station.name)
  const stopped = ['withdrawn', 'cancelled'].includes(broadcast.state)
  const notYet = !approval || ['drafted', 'submitted', 'refused'].includes(broadcast.state)
  const warning = stopped ? templateText.stopped : notYet ? templateText.notApproved : ''
  return (
    <>
      {warning && <Alert className="gap-below" type="error" title={warning} />}
      <div className="card no-print">
        <p className="quiet">{templateText.sheetHint}</p>
        <CopyLine className="as-typed" text={text} />
      </div>
      {villages.map((village) => (
        <section key={village.id} className="loudspeaker-sheet" aria-label={village.name}>
          <header className="spread">
            <b>{village.name}</b>
            <span>{me.station.name}</span>
          </header>
          {warning && <div className="loudspeaker-warning">{warning}</div>}
          <h2>{newest.title}</h2>
          <p className="loudspeaker-words">{text}</p>
          <footer>
            <div>
              {templateText.howOften}：{howOften[broadcast.urgency]}
            </div>
            <div>
              {newest.shownUntil
                ? `${templateText.readUntil} ${momentText(newest.shownUntil)}`
                : templateText.untilWeek}
            </div>
            <div>
              {templateText.number} {broadcast.number}
              {approval?.by && ` · ${templateText.approvedBy} ${approval.by.name} ${momentText(approval.at)}`}
            </div>
            <div>{templateText.readBy}</div>
          </footer>
        </section>
      ))}
    </>
  )
}
