import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Popconfirm } from 'antd'
import { changeGuide, type Guide, type GuideVersions, listVersions } from '../../api/services.ts'
import { guideText } from '../../ui/text/workbench/services.ts'
import { momentText } from '../../ui/time.ts'
import { useMay } from '../officers/use-me.ts'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { GuideDifference } from './guide-difference.tsx'

type Version = GuideVersions['items'][number]

/** Who changed what, side by side; an old version can be put back as a new one. */
export function GuideVersionsDrawer({ guide, onClose }: { guide: Guide; onClose: () => void }) {
  const may = useMay()
  const query = useQuery({
    queryKey: ['guide', guide.slug, 'versions'],
    queryFn: () => listVersions(guide.id),
    staleTime: 0,
  })
  const putBack = useDeed(
    (version: Version) => changeGuide(guide.id, { version: guide.version, ...version.says } as never),
    { said: guideText.saved, touches: [['guides'], ['guide']], onDone: onClose },
  )
  return (
    <Drawer open size={560} title={`${guideText.history}：${guide.name}`} onClose={onClose}>
      <Loaded query={query} rows={6}>
        {({ items }) => (
          <ol className="plain-list">
            {items.map((version, index) => (
              <li key={version.version} className="line">
                <div className="spread">
                  <span>
                    <b>{guideText.version(version.version)}</b>{' '}
                    {version.version === guide.version && <DotTag tone="green">{guideText.current}</DotTag>}{' '}
                    <span className="quiet">
                      {version.changedBy ?? guideText.delivered}{' '}
                      {version.changedAt && momentText(version.changedAt)}
                    </span>
                  </span>
                  {may('services.write') && version.version !== guide.version && (
                    <Popconfirm
                      title={guideText.putBackSure}
                      onConfirm={() => putBack.mutate(version)}
                      okText={guideText.putBack}
                    >
                      <Button size="small" loading={putBack.isPending}>
                        {guideText.putBack}
                      </Button>
                    </Popconfirm>
                  )}
                </div>
                {version.changed.map((field) => (
                  <GuideDifference
                    key={field}
                    field={field}
                    before={items[index + 1]?.says}
                    after={version.says}
                  />
                ))}
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </Drawer>
  )
}
