import { Button, Select } from 'antd'
import { useState } from 'react'
import { openWechatDoor, type WechatAccount } from '../../api/wechat.ts'
import { setupText } from '../../ui/text/workbench/wechat-setup.ts'
import { useVillages, useVillagesInUse } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { WechatDoor } from './wechat-door.tsx'

const whole = ''

/** The accounts that were granted to us, each with its doors: one a village, and one for the whole station. */
export function WechatAccounts({ accounts }: { accounts: WechatAccount[] }) {
  return (
    <Card title={setupText.accounts}>
      <p className="quiet gap-below">
        {accounts.length === 0 ? setupText.noAccounts : setupText.accountsHint}
      </p>
      <ul className="plain-list">
        {accounts.map((account) => (
          <Account key={account.openKfid} account={account} />
        ))}
      </ul>
    </Card>
  )
}

function Account({ account }: { account: WechatAccount }) {
  const inUse = useVillagesInUse()
  const villages = useVillages()
  const [villageId, setVillageId] = useState<string>(whole)
  const open = useDeed(() => openWechatDoor(account.openKfid, villageId || null), {
    said: setupText.made,
    touches: [['wechat']],
  })
  const nameOf = (id: string | null) =>
    villages.find((village) => village.id === id)?.name ?? setupText.wholeStation
  return (
    <li className="line">
      <div className="spread">
        <b>{account.name || account.openKfid}</b>
        {!account.granted && <span className="field-error">{setupText.notGranted}</span>}
      </div>
      {account.failure && <p className="field-error">{account.failure}</p>}
      {account.doors.length > 0 && (
        <ul className="plain-list doors">
          {account.doors.map((door) => (
            <WechatDoor key={door.id} village={nameOf(door.villageId)} url={door.url} />
          ))}
        </ul>
      )}
      {account.granted && (
        <div className="new-door">
          <Select
            value={villageId}
            onChange={setVillageId}
            aria-label={setupText.doorFor}
            className="door-village"
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              { value: whole, label: setupText.wholeStation },
              ...inUse.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <Button loading={open.isPending} onClick={() => open.mutate()}>
            {setupText.makeDoor}
          </Button>
        </div>
      )}
    </li>
  )
}
