import { Button } from 'antd'
import { useState } from 'react'
import { type RumourDetail, withdrawEvidence } from '../../api/rumours.ts'
import { evidenceWords, rumourText } from '../../ui/text/workbench/rumours.ts'
import { dayText } from '../../ui/time.ts'
import { useMay } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { EvidenceDialog } from './evidence-dialog.tsx'

/** What is known, each line with where it comes from. */
export function EvidenceCard({ data: { rumour, evidence } }: { data: RumourDetail }) {
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const withdraw = useDeed((evidenceId: string) => withdrawEvidence(rumour.id, evidenceId), {
    said: rumourText.withdrawn,
    touches: [['rumour', rumour.id]],
  })
  return (
    <Card
      title={rumourText.evidence}
      extra={
        may('rumours.draft') && (
          <Button size="small" onClick={() => setAdding(true)}>
            {rumourText.addEvidence}
          </Button>
        )
      }
    >
      {evidence.length === 0 && <p className="quiet">{rumourText.noEvidence}</p>}
      {evidence.map((line) => (
        <div key={line.id} className="line">
          <div className="spread">
            <span>
              <DotTag tone={line.kind === 'official_notice' ? 'green' : 'blue'}>
                {evidenceWords[line.kind]}
              </DotTag>{' '}
              {line.fresh && <DotTag tone="amber">{rumourText.fresh}</DotTag>}
            </span>
            <span className="quiet">
              {line.by.name} · {dayText(line.datedOn)}
            </span>
          </div>
          <div className={line.withdrawnAt ? 'crossed' : ''}>{line.says}</div>
          <div className="quiet">
            {[line.source, line.documentNumber].filter(Boolean).join(' · ')}{' '}
            {line.link && (
              <a href={line.link} target="_blank" rel="noreferrer noopener">
                {rumourText.link}
              </a>
            )}{' '}
            {line.withdrawnAt
              ? rumourText.withdrawn
              : may('rumours.decide') && (
                  <Button
                    size="small"
                    type="text"
                    loading={withdraw.isPending && withdraw.variables === line.id}
                    onClick={() => withdraw.mutate(line.id)}
                  >
                    {rumourText.withdraw}
                  </Button>
                )}
          </div>
        </div>
      ))}
      {adding && <EvidenceDialog rumourId={rumour.id} onClose={() => setAdding(false)} />}
    </Card>
  )
}
