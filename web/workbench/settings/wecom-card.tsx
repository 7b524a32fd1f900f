import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import {
  confirmOwnMember,
  type OwnMember,
  proveOwnMember,
  readOwnMember,
  unbindOwnMember,
} from '../../api/wecom.ts'
import { wecomText } from '../../ui/text/workbench/wecom.ts'
import { refusalOf } from '../../ui/text/workbench/wecom-door.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { useDeed } from '../ui/use-deed.ts'

/** Which member of the corporation I am: bound by going to WeCom, or by confirming what a colleague bound. */
export function WecomCard() {
  const query = useQuery({ queryKey: ['own-member'], queryFn: readOwnMember })
  useWhatCameBack()
  return (
    <Card title={wecomText.title}>
      <Loaded query={query} rows={2}>
        {(own) => (own.userId ? <Bound own={own} /> : <NotBound available={own.available} />)}
      </Loaded>
    </Card>
  )
}

/** Says once what became of the way to WeCom and back. */
function useWhatCameBack() {
  const { message } = App.useApp()
  const [search, setSearch] = useSearchParams()
  const said = search.get('wecom')
  useEffect(() => {
    if (!said) return
    if (said === 'bound') message.success(wecomText.bound)
    else message.error(refusalOf(`?wecom=${said}`) ?? said, 8)
    setSearch({}, { replace: true })
  }, [said, message, setSearch])
}

function NotBound({ available }: { available: boolean }) {
  const prove = useDeed(proveOwnMember, { onDone: ({ url }) => location.assign(url) })
  return (
    <>
      <p className="quiet gap-below">{available ? wecomText.none : wecomText.notAvailable}</p>
      {available && (
        <Button loading={prove.isPending} onClick={() => prove.mutate()}>
          {wecomText.bind}
        </Button>
      )}
    </>
  )
}

function Bound({ own }: { own: OwnMember }) {
  const { modal } = App.useApp()
  const touches = [['own-member'], ['sessions'], ['session']]
  const confirm = useDeed(confirmOwnMember, { said: wecomText.confirmed, touches })
  const unbind = useDeed(unbindOwnMember, { said: wecomText.unbound, touches })
  const sure = () =>
    modal.confirm({
      title: wecomText.unbind,
      content: wecomText.unbindSure,
      onOk: () => unbind.mutateAsync().catch(() => {}),
    })
  return (
    <>
      <p className="gap-below">
        {wecomText.member} <b>{own.userId}</b>{' '}
        {!own.confirmed && <DotTag tone="amber">{wecomText.waits}</DotTag>}
        <br />
        <span className="quiet">{wecomText.boundBy(own.boundBy ?? '', momentText(own.boundAt ?? ''))}</span>
      </p>
      {!own.confirmed && <p className="gap-below">{wecomText.toConfirm}</p>}
      {!own.confirmed && (
        <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate(own.userId ?? '')}>
          {wecomText.itIsMe}
        </Button>
      )}{' '}
      <Button danger onClick={sure}>
        {wecomText.unbind}
      </Button>
    </>
  )
}
