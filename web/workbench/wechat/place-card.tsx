import { Button } from 'antd'
import { useState } from 'react'
import { type ChatGroup, placeGroup } from '../../api/groups.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { workText } from '../../ui/text/workbench/work-contacts.ts'
import { useMay, useVillages } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { VillageSelect } from '../ui/village-select.tsx'

/** Of which village the group is: suggested with the reason, said by a person, and taken back by one. */
export function PlaceCard({ group }: { group: ChatGroup }) {
  const may = useMay()
  const villages = useVillages()
  const [chosen, setChosen] = useState<string>()
  const place = useDeed((villageId: string | null) => placeGroup(group.id, villageId), {
    said: commonText.saved,
    touches: [['chat-group'], ['chat-groups'], ['chat-group-attendance']],
  })
  const { suggestion } = group
  const suggested = villages.find(({ id }) => id === suggestion?.villageId)
  if (!may('residents.write'))
    return group.villageName ? <Card title={workText.place}>{group.villageName}</Card> : null
  return (
    <Card title={workText.place}>
      {group.villageId ? (
        <div className="spread">
          <b>{group.villageName}</b>
          <Button size="small" loading={place.isPending} onClick={() => place.mutate(null)}>
            {workText.unplace}
          </Button>
        </div>
      ) : (
        <>
          {suggested && suggestion && (
            <div className="spread line">
              <span className="quiet">
                {suggestion.reason === 'name' ? workText.byName : workText.byMembers}
              </span>
              <Button type="primary" loading={place.isPending} onClick={() => place.mutate(suggested.id)}>
                {workText.placeIt(suggested.name)}
              </Button>
            </div>
          )}
          <div className="button-row gap-above">
            <VillageSelect className="grow" value={chosen} onChange={setChosen} />
            <Button
              disabled={!chosen}
              loading={place.isPending}
              onClick={() => chosen && place.mutate(chosen)}
            >
              {commonText.save}
            </Button>
          </div>
        </>
      )}
    </Card>
  )
}
