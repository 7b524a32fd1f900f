import { Button, Form, Input, Modal } from 'antd'
import { lazy, Suspense, useState } from 'react'
import {
  confirmSecondFactor,
  removeSecondFactor,
  type SecondFactorSecret,
  startSecondFactor,
} from '../../api/officers.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { sessionText } from '../../ui/text/workbench/session.ts'
import { settingsText } from '../../ui/text/workbench/settings.ts'
import { usePhone } from '../../ui/use-phone.ts'
import { Card } from '../ui/card.tsx'
import { useDeed } from '../ui/use-deed.ts'

const QrCode = lazy(async () => ({ default: (await import('../ui/qr-code.tsx')).QrCode }))

/** Password, then the code to scan, then a first number that proves the scan worked, then the backup codes. */
export function SecondFactorCard({ on }: { on: boolean }) {
  const phone = usePhone()
  const [asking, setAsking] = useState<'on' | 'off'>()
  const [secret, setSecret] = useState<SecondFactorSecret>()
  const [backupCodes, setBackupCodes] = useState<string[]>()
  const touches = [['session']]
  const start = useDeed(startSecondFactor, {
    onDone: (answer) => {
      setSecret(answer)
      setAsking(undefined)
    },
  })
  const confirm = useDeed(confirmSecondFactor, {
    touches,
    onDone: ({ backupCodes: codes }) => {
      setBackupCodes(codes)
      setSecret(undefined)
    },
  })
  const remove = useDeed(removeSecondFactor, {
    touches,
    said: commonText.saved,
    onDone: () => setAsking(undefined),
  })
  return (
    <Card title={settingsText.secondFactor}>
      <p>{on ? settingsText.factorOn : settingsText.factorOff}</p>
      {!secret && !backupCodes && (
        <Button className="gap-above" onClick={() => setAsking(on ? 'off' : 'on')}>
          {on ? settingsText.turnOff : settingsText.turnOn}
        </Button>
      )}
      {secret && (
        <div className="gap-above">
          <p>{settingsText.scan}</p>
          <Suspense>
            <QrCode text={secret.uri} />
          </Suspense>
          <p className="secret">{secret.secret}</p>
          {phone && <a href={secret.uri}>{settingsText.onThisPhone}</a>}
          <Form<{ code: string }>
            layout="inline"
            className="gap-above"
            onFinish={({ code }) => confirm.mutate(code)}
          >
            <Form.Item name="code" rules={[{ required: true }]}>
              <Input
                inputMode="numeric"
                autoComplete="one-time-code"
                placeholder={settingsText.enterCode}
                aria-label={settingsText.enterCode}
                maxLength={7}
              />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={confirm.isPending}>
              {commonText.confirm}
            </Button>
            <Button type="text" onClick={() => setSecret(undefined)}>
              {commonText.cancel}
            </Button>
          </Form>
        </div>
      )}
      {backupCodes && (
        <div className="gap-above">
          <p>{settingsText.backupCodes}</p>
          <ul className="secret">
            {backupCodes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
          <Button type="primary" onClick={() => setBackupCodes(undefined)}>
            {settingsText.iKeptThem}
          </Button>
        </div>
      )}
      <Modal
        open={!!asking}
        title={sessionText.stepUpTitle}
        footer={null}
        onCancel={() => setAsking(undefined)}
        destroyOnHidden
      >
        <Form<{ password: string; code?: string }>
          layout="vertical"
          requiredMark={false}
          onFinish={({ password, code }) =>
            asking === 'on' ? start.mutate(password) : remove.mutate({ password, code })
          }
        >
          <Form.Item name="password" label={sessionText.password} rules={[{ required: true }]}>
            <Input.Password autoFocus autoComplete="current-password" />
          </Form.Item>
          {asking === 'off' && (
            <Form.Item name="code" label={sessionText.code} extra={sessionText.codeHint}>
              <Input inputMode="numeric" autoComplete="one-time-code" />
            </Form.Item>
          )}
          <Button type="primary" htmlType="submit" block loading={start.isPending || remove.isPending}>
            {commonText.confirm}
          </Button>
        </Form>
      </Modal>
    </Card>
  )
}
