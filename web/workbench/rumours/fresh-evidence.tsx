import { Alert, Button } from 'antd'
import { lookAtEvidence, type RumourDetail } from '../../api/rumours.ts'
import { rumourText } from '../../ui/text/workbench/rumours.ts'
import { useMay, useMe } from '../officers/use-me.ts'
import { useDeed } from '../ui/use-deed.ts'

/** Evidence came after the reply was drafted: a newer draft answers it, or a person says that the reply stays. */
export function FreshEvidence({ data: { rumour, evidence, replies } }: { data: RumourDetail }) {
  const may = useMay()
  const me = useMe()
  // Who drafted the reply is asked; those who may decide, where she is gone.
  const asked = replies[0]?.draftedBy.id === me.officer.id || may('rumours.decide')
  const fresh = evidence.filter((line) => line.fresh)
  const stays = useDeed(
    () =>
      lookAtEvidence(
        rumour.id,
        fresh.map(({ id }) => id),
      ),
    { said: rumourText.freshNoted, touches: [['rumour', rumour.id], ['rumours'], ['home']] },
  )
  if (fresh.length === 0) return null
  return (
    <Alert
      className="gap-below"
      type="warning"
      showIcon
      title={rumourText.freshHint(fresh.length)}
      description={
        <>
          {fresh.map(({ id, says, source }) => (
            <p key={id}>
              {says} <span className="quiet">{source}</span>
            </p>
          ))}
          {asked && (
            <Button className="gap-above" loading={stays.isPending} onClick={() => stays.mutate()}>
              {rumourText.freshStays}
            </Button>
          )}
        </>
      }
    />
  )
}
