import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Link } from 'react-router'
import { listContactDoors } from '../../api/external-contacts.ts'
import { coverageText } from '../../ui/text/workbench/coverage.ts'
import { Loaded } from '../ui/loaded.tsx'

const QrCode = lazy(async () => ({ default: (await import('../ui/qr-code.tsx')).QrCode }))

/** The newest code of the village's own, else the station's, else plain words that there is none. */
export function PrintCode({ villageId }: { villageId: string }) {
  const query = useQuery({ queryKey: ['contact-doors'], queryFn: listContactDoors })
  return (
    <Loaded query={query} rows={2}>
      {({ items }) => {
        const made = items.flatMap(({ villageId: of, qrUrl }) => (qrUrl ? [{ of, qrUrl }] : []))
        const own = made.find(({ of }) => of === villageId)
        const door = own ?? made.find(({ of }) => of === null)
        if (!door)
          return (
            <p>
              {coverageText.noDoor}{' '}
              <Link className="no-print" to="/wechat/doors">
                {coverageText.makeDoor}
              </Link>
            </p>
          )
        return (
          <figure>
            <Suspense>
              <QrCode text={door.qrUrl} />
            </Suspense>
            <figcaption>{own ? coverageText.scan : coverageText.scanWhole}</figcaption>
          </figure>
        )
      }}
    </Loaded>
  )
}
