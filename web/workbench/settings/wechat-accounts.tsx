import { Button, Select } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { openWechatDoor, type WechatAccount } from '../../api/wechat.ts'
import { wechatText } from '../../ui/text/workbench/wechat.ts'
import { useVillagesInUse } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { CopyLine } from '../ui/copy-line.tsx'
import { useDeed } from '../ui/use-deed.ts'

const QrCode = lazy(async () => ({ default: (await import('../ui/qr-code.tsx')).QrCode }))

/** The accounts that were granted to us; each may be given to a village, with a link and a code to print. */
export function WechatAccounts({ accounts }: { accounts: WechatAccount[] }) {
  return (
    <Card title={wechatText.accounts}>
      {accounts.length === 0 && <p className="quiet">{wechatText.noAccounts}</p>}
      <ul className="plain-list">
        {accounts.map((account) => (
          <Account key={account.openKfid} account={account} />
        ))}
      </ul>
    </Card>
  )
}

function Account({ account }: { account: WechatAccount }) {
  const villages = useVillagesInUse()
  const [villageId, setVillageId] = useState(account.villageId ?? '')
  const open = useDeed(() => openWechatDoor(account.openKfid, villageId || null), { touches: [['wechat']] })
  return (
    <li className="line">
      <div className="spread">
        <b>{account.name || account.openKfid}</b>
        {!account.granted && <span className="field-error">{wechatText.notGranted}</span>}
        {account.granted && (
          <span>
            <Select
              value={villageId}
              onChange={setVillageId}
              aria-label={wechatText.accounts}
              className="door-village"
              showSearch={{ optionFilterProp: 'label' }}
              options={[
                { value: '', label: wechatText.wholeStation },
                ...villages.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />{' '}
            <Button loading={open.isPending} onClick={() => open.mutate()}>
              {wechatText.makeDoor}
            </Button>
          </span>
        )}
      </div>
      {account.failure && <p className="field-error">{account.failure}</p>}
      {account.doorUrl && (
        <>
          <CopyLine text={account.doorUrl} className="quiet" />
          <Suspense>
            <QrCode text={account.doorUrl} />
          </Suspense>
        </>
      )}
    </li>
  )
}
