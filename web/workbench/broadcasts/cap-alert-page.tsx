import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { lazy, Suspense } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { type CapDetail, passAlertOn, readAlertFile, showAlert } from '../../api/cap.ts'
import {
  capText,
  messageTypeWords,
  standingWords,
  statusWords,
  wayWords,
} from '../../ui/text/workbench/cap.ts'
import { momentText } from '../../ui/time.ts'
import { useMay, useVillagesInUse } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { saveBlob } from '../ui/save-blob.ts'
import { useDeed } from '../ui/use-deed.ts'
import { CapInfoCard } from './cap-info-card.tsx'
import { standingTone } from './cap-tones.ts'
import { CapVillages } from './cap-villages.tsx'
import './broadcasts.css'
import './cap.css'

const PlaceMap = lazy(async () => ({ default: (await import('../ui/place-map.tsx')).PlaceMap }))

/** One alert in plain words, its area on the map with the villages it touches, and what is made of it. */
export function CapAlertPage() {
  const { id = '' } = useParams()
  const query = useQuery({ queryKey: ['cap-alert', id], queryFn: () => showAlert(id) })
  const villages = useVillagesInUse()
  const above = <Link to="/broadcasts/alerts">← {capText.title}</Link>
  if (!query.data)
    return (
      <Page title={capText.title} above={above}>
        <Loaded query={query}>{() => null}</Loaded>
      </Page>
    )
  const data = query.data
  const { line, alert } = data
  const areas = alert.infos[data.shownInfo]?.areas ?? []
  const drawn = areas.some(({ polygons, circles }) => polygons.length + circles.length > 0)
  return (
    <Page
      title={line.headline}
      above={above}
      actions={<DotTag tone={standingTone[line.standing]}>{standingWords[line.standing]}</DotTag>}
    >
      {line.standing === 'not_real' && (
        <div className="cap-not-real" role="alert">
          {capText.notReal(statusWords[line.status])}
        </div>
      )}
      <div className="broadcast-columns">
        <div>
          <MakeCard data={data} />
          <CapInfoCard data={data} />
        </div>
        <div>
          <Card title={capText.where}>
            {drawn && (
              <Suspense fallback={<div className="map" />}>
                <PlaceMap
                  villages={villages}
                  point={null}
                  areas={areas}
                  onSet={undefined}
                  failed={capText.mapFailed}
                />
              </Suspense>
            )}
            <CapVillages data={data} areas={areas} />
          </Card>
          <KeptCard data={data} />
        </div>
      </div>
    </Page>
  )
}

function MakeCard({ data }: { data: CapDetail }) {
  const may = useMay()
  const navigate = useNavigate()
  const { id } = data.line
  const make = useDeed((about: Parameters<typeof passAlertOn>[1]['about']) => passAlertOn(id, { about }), {
    touches: [['cap-alert', id], ['broadcasts']],
    onDone: (saved) => void navigate(`/broadcasts/compose/${saved.id}`),
  })
  const earlier = data.broadcasts.filter(({ ofEarlier }) => ofEarlier)
  const cancels = data.line.msgType === 'Cancel'
  return (
    <Card title={capText.make} className={data.refusal ? '' : 'cap-make'}>
      {data.refusal ? (
        <p>{data.refusal}</p>
      ) : (
        may('broadcasts.write') && (
          <>
            <p className="quiet gap-below">{capText.makeHint}</p>
            <div className="button-row">
              {earlier.map((broadcast) => (
                <Button
                  key={broadcast.id}
                  type="primary"
                  loading={make.isPending}
                  onClick={() =>
                    make.mutate({ id: broadcast.id, how: cancels ? 'withdrawal' : 'correction' })
                  }
                >
                  {cancels ? capText.withdraw : capText.correct}（{broadcast.number}）
                </Button>
              ))}
              <Button
                type={earlier.length > 0 ? 'default' : 'primary'}
                loading={make.isPending}
                onClick={() => make.mutate(null)}
              >
                {capText.make}
              </Button>
            </div>
          </>
        )
      )}
      {data.broadcasts.length > 0 && (
        <ul className="plain-list gap-above">
          {data.broadcasts.map((broadcast) => (
            <li key={broadcast.id} className="line">
              <Link to={`/broadcasts/${broadcast.id}`}>{broadcast.title}</Link>
              <div className="quiet">
                {broadcast.number} · {momentText(broadcast.madeAt)}
                {broadcast.ofEarlier && ` · ${capText.ofEarlier}`}
              </div>
            </li>
          ))}
        </ul>
      )}
      {[...data.earlier, ...data.later].map((other) => (
        <div key={other.id} className="line">
          <span className="quiet">{data.earlier.includes(other) ? capText.earlier : capText.later}：</span>
          <Link to={`/broadcasts/alerts/${other.id}`}>
            {messageTypeWords[other.msgType]} · {other.headline}
          </Link>
        </div>
      ))}
      {data.unknownReferences > 0 && <p className="quiet">{capText.unknownReferences}</p>}
    </Card>
  )
}

function KeptCard({ data }: { data: CapDetail }) {
  const save = useDeed(() => readAlertFile(data.line.id), { onDone: (blob) => saveBlob(blob, 'alert.xml') })
  return (
    <Card title={capText.kept}>
      {data.remarks.length > 0 && (
        <Alert
          className="gap-below"
          type="warning"
          title={capText.remarks}
          description={data.remarks.map((remark) => <div key={remark}>{remark}</div>)}
        />
      )}
      <p className="quiet">
        {wayWords[data.line.how]}
        {data.receivedBy && ` · ${data.receivedBy.name}`} · {capText.received}{' '}
        {momentText(data.line.receivedAt)}
      </p>
      <p className="quiet">{capText.unsigned}</p>
      <p className="quiet cap-fingerprint">
        {capText.fingerprint} {data.sha256}
      </p>
      <Button className="gap-above" loading={save.isPending} onClick={() => save.mutate()}>
        {capText.download}
      </Button>
    </Card>
  )
}
