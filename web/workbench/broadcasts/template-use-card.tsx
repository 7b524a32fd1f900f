import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { type BroadcastTemplate, beginFromTemplate } from '../../api/broadcast-templates.ts'
import { templateText } from '../../ui/text/workbench/broadcast-templates.ts'
import { useMay, useMe } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { VillagesSelect } from '../ui/villages-select.tsx'

/** A draft begins with the template's words; what the station lacks stops it and says where it is filled in. */
export function UseTemplateCard({ template, missing }: { template: BroadcastTemplate; missing: string[] }) {
  const may = useMay()
  const me = useMe()
  const navigate = useNavigate()
  const [villageIds, setVillageIds] = useState<string[]>([])
  const begin = useDeed(
    () => beginFromTemplate(template.id, { villageIds: villageIds.length > 0 ? villageIds : null }),
    {
      touches: [['broadcasts'], ['broadcast-templates']],
      onDone: ({ id }) => void navigate(`/broadcasts/compose/${id}`),
    },
  )
  if (!may('broadcasts.write')) return null
  return (
    <Card title={templateText.fromTemplate}>
      {missing.length > 0 ? (
        <Alert
          type="error"
          title={templateText.missing(missing.join('、'))}
          action={may('station.configure') && <Link to="/settings/station">{templateText.toStation}</Link>}
        />
      ) : (
        <>
          <p className="quiet gap-below">
            {me.scope === 'villages' ? templateText.useOwn : templateText.useHint}
          </p>
          {me.scope !== 'villages' && (
            <div className="template-villages">
              <VillagesSelect
                value={villageIds}
                onChange={setVillageIds}
                placeholder={templateText.useHint}
              />
            </div>
          )}
          <Button
            className="gap-above"
            type="primary"
            loading={begin.isPending}
            onClick={() => begin.mutate()}
          >
            {templateText.use}
          </Button>
        </>
      )}
    </Card>
  )
}
