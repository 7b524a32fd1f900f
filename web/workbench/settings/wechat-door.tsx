import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { readStation } from '../../api/officers.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { setupText } from '../../ui/text/workbench/wechat-setup.ts'
import { CopyLine } from '../ui/copy-line.tsx'
import { Loaded } from '../ui/loaded.tsx'

/** One door of an account: its link to copy, and a sheet with its code to save or print. */
export function WechatDoor({ village, url }: { village: string; url: string }) {
  const [open, setOpen] = useState(false)
  return (
    <li className="kf-door">
      <b>{village}</b>
      <CopyLine text={url} className="door-link quiet" />
      <Button size="small" onClick={() => setOpen(true)}>
        {setupText.showCode}
      </Button>
      {open && <Poster village={village} url={url} onClose={() => setOpen(false)} />}
    </li>
  )
}

function Poster({ village, url, onClose }: { village: string; url: string; onClose: () => void }) {
  const station = useQuery({ queryKey: ['station'], queryFn: readStation })
  const poster = useQuery({
    queryKey: ['door-poster', station.data?.name, village, url],
    enabled: Boolean(station.data),
    queryFn: async () =>
      (await import('./draw-door-poster.ts')).drawDoorPoster({
        station: station.data!.name,
        ...{ village, url, words: setupText.posterWords, danger: setupText.posterDanger },
      }),
  })
  const title = setupText.poster(village)
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      footer={[
        <Button key="print" disabled={!poster.data} onClick={() => window.print()}>
          {commonText.print}
        </Button>,
        <Button
          key="save"
          type="primary"
          disabled={!poster.data}
          {...(poster.data && { href: poster.data, download: `${title}.png` })}
        >
          {setupText.download}
        </Button>,
      ]}
    >
      <Loaded query={poster} rows={6}>
        {(source) => <img className="door-poster" src={source} alt={title} />}
      </Loaded>
    </Modal>
  )
}
