import { Button } from 'antd'
import { type OfficerReceipt, remindOfficer } from '../../api/broadcast-receipts.ts'
import { carriedWords, receiptText, taskStateWords } from '../../ui/text/workbench/broadcast-receipts.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { useDeed } from '../ui/use-deed.ts'

/** Officer by officer: asked when, confirmed when, reminded by whom; who has not confirmed stands first. */
export function OfficersCard({ id, officers }: { id: string; officers: OfficerReceipt[] }) {
  return (
    <Card title={receiptText.officers}>
      <ul className="plain-list">
        {officers.map((receipt) => (
          <OfficerLine key={`${receipt.taskId} ${receipt.account}`} id={id} receipt={receipt} />
        ))}
      </ul>
    </Card>
  )
}

function OfficerLine({ id, receipt }: { id: string; receipt: OfficerReceipt }) {
  const { taskId, officer, account, state, confirmedAt, askedAt, moment } = receipt
  const name = officer?.name ?? account
  const remind = useDeed(() => remindOfficer(id, taskId), {
    said: receiptText.reminded,
    touches: [['broadcast', id]],
  })
  const isOpen = state === 'asked' && !confirmedAt
  return (
    <li className="line">
      <div className="spread">
        <b>
          {name} <span className="quiet">{carriedWords[receipt.channel]}</span>
        </b>
        <DotTag tone={confirmedAt ? 'green' : state === 'refused' ? 'red' : 'amber'}>
          {confirmedAt ? receiptText.confirmedAt(momentText(confirmedAt)) : taskStateWords[state]}
        </DotTag>
      </div>
      <div className="quiet">
        {[
          receiptText.targets(receipt.targets),
          askedAt && receiptText.askedAt(momentText(askedAt)),
          receiptText.reachedCount(receipt.reached),
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
      {moment && <div>{receiptText.moment(moment.seers, moment.likes, moment.comments)}</div>}
      {receipt.trouble && <div>{receipt.trouble}</div>}
      {receipt.reminders.map(({ at, by, sent }) => (
        <div key={at} className="quiet">
          {receiptText.remindedBy(by?.name ?? receiptText.system, momentText(at))}
          {!sent && receiptText.maybe}
        </div>
      ))}
      {isOpen && receipt.mayRemind && (
        <Button
          size="small"
          loading={remind.isPending}
          aria-label={`${receiptText.remind} ${name}`}
          onClick={() => remind.mutate()}
        >
          {receiptText.remind}
        </Button>
      )}
    </li>
  )
}
