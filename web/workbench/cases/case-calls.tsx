import { PhoneOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { type Case, finishCall } from '../../api/cases.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { wechatText, withdrawalWords } from '../../ui/text/workbench/wechat.ts'
import { momentText } from '../../ui/time.ts'
import { useMay } from '../officers/use-me.ts'
import { useDeed } from '../ui/use-deed.ts'

type Call = Case['calls'][number]

/** Whom no message told how the case ended: ring up, then one tap. Without a phone it says that nobody can. */
export function CaseCalls({ data }: { data: Case }) {
  const may = useMay()
  const finish = useDeed((call: Call) => finishCall(call.caseId, call.id), { touches: [['case'], ['home']] })
  const nameOf = (call: Call) => call.name || caseText.callNobody
  return (
    <>
      {data.calls.map((call) =>
        call.end ? (
          <p key={call.id} className="quiet">
            {nameOf(call)}（{caseText.callOf(call.number)}）{endText(call.end)}
          </p>
        ) : (
          <Alert
            key={call.id}
            className="gap-below"
            type={call.phone ? 'error' : 'warning'}
            showIcon
            icon={<PhoneOutlined />}
            title={
              <>
                {nameOf(call)}（{caseText.callOf(call.number)}）{' '}
                {call.phone && <a href={`tel:${call.phone}`}>{call.phone}</a>}
              </>
            }
            description={
              call.phone ? (
                <>
                  {caseText.callDue}
                  <p className="pre-line">{call.words}</p>
                </>
              ) : (
                caseText.callImpossible
              )
            }
            action={
              may('cases.write') && (
                <Button size="small" loading={finish.isPending} onClick={() => finish.mutate(call)}>
                  {caseText.called}
                </Button>
              )
            }
          />
        ),
      )}
    </>
  )
}

function endText({ how, officer, at }: NonNullable<Call['end']>): string {
  if (how === 'told') return caseText.calledBy(officer ?? '', momentText(at))
  return wechatText.callWithdrawn(withdrawalWords[how], officer, momentText(at))
}
