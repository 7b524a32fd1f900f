import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { chooseNotices, type OwnNotices, readOwnNotices } from '../../api/wecom.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { noticeWords, wecomText } from '../../ui/text/workbench/wecom.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { useDeed } from '../ui/use-deed.ts'

/** What she is told over WeCom, and when it shall be quiet. */
export function NoticesCard() {
  const query = useQuery({ queryKey: ['own-notices'], queryFn: readOwnNotices })
  return (
    <Card title={wecomText.notices}>
      <Loaded query={query} rows={4}>
        {(own) => (
          // Begun afresh after a save, so that what stands is what was kept.
          <Choice key={JSON.stringify([own.unwanted, own.quietFrom, own.quietUntil])} own={own} />
        )}
      </Loaded>
    </Card>
  )
}

function Choice({ own }: { own: OwnNotices }) {
  const [unwanted, setUnwanted] = useState(own.unwanted)
  const [isQuiet, setQuiet] = useState(own.quietFrom !== null)
  const [from, setFrom] = useState(own.quietFrom ?? '22:00')
  const [until, setUntil] = useState(own.quietUntil ?? '07:00')
  const save = useDeed(chooseNotices, { said: commonText.saved, touches: [['own-notices']] })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (save.isPending) return
        save.mutate({ unwanted, quietFrom: isQuiet ? from : null, quietUntil: isQuiet ? until : null })
      }}
    >
      {!own.bound && <p className="quiet gap-below">{wecomText.noticesUnbound}</p>}
      {own.failures.map(({ kind, at, words }) => (
        <Alert
          key={at}
          className="gap-below"
          type="warning"
          showIcon
          title={wecomText.notArrived(noticeWords[kind], momentText(at), words)}
        />
      ))}
      <ul className="plain-list">
        {own.kinds.map((kind) => (
          <li key={kind} className="line">
            <Checkbox
              checked={!unwanted.includes(kind)}
              onChange={({ target }) =>
                setUnwanted(target.checked ? unwanted.filter((each) => each !== kind) : [...unwanted, kind])
              }
            >
              {noticeWords[kind]}
            </Checkbox>
          </li>
        ))}
        <li className="line">
          <Checkbox checked={isQuiet} onChange={({ target }) => setQuiet(target.checked)}>
            {wecomText.quiet}
          </Checkbox>
          <p className="quiet">{wecomText.quietHint}</p>
        </li>
      </ul>
      {isQuiet && (
        <p className="quiet-hours">
          <Clock label={wecomText.quietFrom} value={from} onChange={setFrom} />
          <Clock label={wecomText.quietUntil} value={until} onChange={setUntil} />
        </p>
      )}
      <Button className="gap-above" htmlType="submit" loading={save.isPending}>
        {commonText.save}
      </Button>
    </form>
  )
}

function Clock(props: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <label>
      {props.label}{' '}
      <input
        type="time"
        required
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </label>
  )
}
