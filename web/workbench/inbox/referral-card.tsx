import { Button } from 'antd'
import { Link } from 'react-router'
import { offices } from '../../../contract/vocabulary.ts'
import type { Conversation } from '../../api/inbox.ts'
import { answerReferral, type OfficeReferral, type ReferralAnswer } from '../../api/office-referrals.ts'
import { referralStateWords, referralText } from '../../ui/text/workbench/referrals.ts'
import { dayText, momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { DotTag, type Tone } from '../ui/dot-tag.tsx'
import { useDeed } from '../ui/use-deed.ts'

export const referralTones: Record<keyof typeof referralStateWords, Tone> = {
  waiting: 'blue',
  silent: 'amber',
  done: 'green',
  not_done: 'red',
}

export const stateOf = ({ answer, askedAt }: Pick<OfficeReferral, 'answer' | 'askedAt'>) =>
  answer ?? (askedAt ? ('silent' as const) : ('waiting' as const))

/** To which offices this matter went, and what became of it there. */
export function ReferralCard({ data }: { data: Conversation }) {
  const record = useDeed(
    ({ id, answer }: { id: string; answer: ReferralAnswer }) => answerReferral(id, answer),
    {
      said: referralText.recorded,
      touches: [['conversation', data.conversation.id], ['conversations'], ['counts'], ['referrals']],
    },
  )
  if (data.referrals.length === 0) return null
  return (
    <Card title={referralText.card} extra={<Link to="/referrals">{referralText.all}</Link>}>
      {data.referrals.map((referral) => (
        <div key={referral.id} className="line">
          <p>
            <b>{referralText.told(offices[referral.office].name, referral.phone)}</b>{' '}
            <DotTag tone={referralTones[stateOf(referral)]}>{referralStateWords[stateOf(referral)]}</DotTag>
          </p>
          <p className="quiet">
            {referral.officerName} {momentText(referral.referredAt)}
            {!referral.askedAt && !referral.answer && ` · ${referralText.askOn(dayText(referral.askOn))}`}
          </p>
          {!referral.answer && data.mayHandle && (
            <div className="button-row gap-above">
              <Button
                size="small"
                disabled={record.isPending}
                onClick={() => record.mutate({ id: referral.id, answer: 'done' })}
              >
                {referralText.saysDone}
              </Button>
              <Button
                size="small"
                disabled={record.isPending}
                onClick={() => record.mutate({ id: referral.id, answer: 'not_done' })}
              >
                {referralText.saysNotDone}
              </Button>
            </div>
          )}
        </div>
      ))}
    </Card>
  )
}
