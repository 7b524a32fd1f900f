import { Alert, Button } from 'antd'
import { lookAtEvidence, type RumourDetail } from '../../api/rumours.ts'
import { rumourText } from '../../ui/text/workbench/rumours.ts'
import { useMay } from '../officers/use-me.ts'
import { useDeed } from '../ui/use-deed.ts'

/** Evidence came after the reply was drafted: a newer draft answers it, or a person says that the reply stays. */
export function FreshEvidence({ data: { rumour, evidence } }: { data: RumourDetail }) {
  const may = useMay()
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
          {may('rumours.draft') && (
            <Button className="gap-above" loading={stays.isPending} onClick={() => stays.mutate()}>
              {rumourText.freshStays}
            </Button>
          )}
        </>
      }
    />
  )
}
