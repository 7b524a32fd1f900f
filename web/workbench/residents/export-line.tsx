import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { decideExport, fetchExport, type RegisterExport, withdrawExport } from '../../api/register-exports.ts'
import { exportKindWords, exportStateWords, exportText } from '../../ui/text/workbench/register-export.ts'
import { momentText } from '../../ui/time.ts'
import { DotTag, type Tone } from '../ui/dot-tag.tsx'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { saveBlob } from '../ui/save-blob.ts'
import { useDeed } from '../ui/use-deed.ts'

const tones: Record<RegisterExport['state'], Tone> = {
  waiting: 'amber',
  ready: 'green',
  refused: 'red',
  withdrawn: 'grey',
}

/** One list that was asked for, and what this officer can do with it. */
export function ExportLine({ item }: { item: RegisterExport }) {
  const [refusing, setRefusing] = useState(false)
  const touches = [['register-exports']]
  const decide = useDeed((wish: { agree: boolean; reason?: string }) => decideExport(item.id, wish), {
    touches,
    onDone: () => setRefusing(false),
  })
  const withdraw = useDeed(() => withdrawExport(item.id), { touches })
  const save = useDeed(() => fetchExport(item.id), {
    onDone: (blob) => saveBlob(blob, `${exportText.number(item.number)}.${item.form}`),
  })
  const waiting = item.state === 'waiting'
  return (
    <li className="line">
      <b>{exportText.number(item.number)}</b> {exportKindWords[item.kind]} {exportText.rows(item.rows)}{' '}
      <DotTag tone={tones[item.state]}>{exportStateWords[item.state]}</DotTag>
      <div>
        {item.purpose}
        {item.caseNumber && ` · ${item.caseNumber}`}
      </div>
      <div className="quiet">
        {[
          item.askedBy,
          momentText(item.askedAt),
          item.filter || exportText.everyVillage,
          item.columns.join('、'),
        ].join(' · ')}
      </div>
      {item.decidedBy && (
        <div className="quiet">
          {exportText.decidedBy(item.decidedBy)}
          {item.reason && `：${item.reason}`}
        </div>
      )}
      <div className="button-row">
        {item.fetchable && (
          <>
            <Button size="small" type="primary" loading={save.isPending} onClick={() => save.mutate()}>
              {exportText.download}
            </Button>
            {item.expiresAt && <span className="quiet">{exportText.until(momentText(item.expiresAt))}</span>}
          </>
        )}
        {item.state === 'ready' && item.own && !item.fetchable && (
          <span className="quiet">{exportText.gone}</span>
        )}
        {waiting && !item.own && (
          <>
            <Popconfirm title={exportText.agreeSure} onConfirm={() => decide.mutate({ agree: true })}>
              <Button size="small" type="primary" loading={decide.isPending}>
                {exportText.agree}
              </Button>
            </Popconfirm>
            <Button size="small" disabled={decide.isPending} onClick={() => setRefusing(true)}>
              {exportText.refuse}
            </Button>
          </>
        )}
        {waiting && item.own && (
          <Button size="small" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {exportText.withdraw}
          </Button>
        )}
      </div>
      {refusing && (
        <ReasonDialog
          title={exportText.refuse}
          label={exportText.refuseWhy}
          busy={decide.isPending}
          onReason={(reason) => decide.mutate({ agree: false, reason })}
          onClose={() => setRefusing(false)}
        />
      )}
    </li>
  )
}
