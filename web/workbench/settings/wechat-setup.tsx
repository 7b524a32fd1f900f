import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { checkWechat, setUpWechat, type WechatCheck, type WechatStatus } from '../../api/wechat.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { wechatText } from '../../ui/text/workbench/wechat.ts'
import { wecomText } from '../../ui/text/workbench/wecom.ts'
import { Card } from '../ui/card.tsx'
import { CopyLine } from '../ui/copy-line.tsx'
import { useDeed } from '../ui/use-deed.ts'

type Fields = {
  corpId: string
  baseUrl: string
  agentId?: string
  loginUrl?: string
  secret?: string
  callbackToken?: string
  encodingAesKey?: string
}

/** What the administrator copies from the admin console and to it. A secret goes in and is never shown again. */
export function WechatSetup({ status }: { status: WechatStatus }) {
  const [form] = Form.useForm<Fields>()
  const [checks, setChecks] = useState<WechatCheck[]>([])
  const check = useDeed(checkWechat, { onDone: setChecks, touches: [['wechat']] })
  const save = useDeed(
    ({ corpId, baseUrl, agentId, loginUrl, secret, callbackToken, encodingAesKey }: Fields) =>
      setUpWechat({
        corpId: corpId.trim(),
        ...(baseUrl.trim() && { baseUrl: baseUrl.trim() }),
        ...(agentId?.trim() && { agentId: Number(agentId) }),
        loginUrl: loginUrl?.trim() ?? '',
        ...(secret?.trim() && { secret: secret.trim() }),
        ...(callbackToken?.trim() && { callbackToken: callbackToken.trim() }),
        ...(encodingAesKey?.trim() && { encodingAesKey: encodingAesKey.trim() }),
      }),
    {
      said: commonText.saved,
      touches: [['wechat']],
      onDone: () => form.resetFields(['secret', 'callbackToken', 'encodingAesKey']),
    },
  )
  const kept = (at: string | null) => (at ? { placeholder: wechatText.kept } : {})
  return (
    <Card title={wechatText.steps}>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        autoComplete="off"
        initialValues={{
          corpId: status.corpId ?? '',
          baseUrl: status.baseUrl,
          agentId: status.agentId?.toString() ?? '',
          loginUrl: status.loginUrl ?? '',
        }}
        onFinish={(fields) => save.mutate(fields)}
      >
        <div className="two-columns">
          <Form.Item name="corpId" label={wechatText.corpId} rules={[{ required: true }]}>
            <Input maxLength={64} />
          </Form.Item>
          <Form.Item name="baseUrl" label={wechatText.baseUrl}>
            <Input maxLength={200} />
          </Form.Item>
        </div>
        <Form.Item name="secret" label={wechatText.secret}>
          <Input maxLength={128} autoComplete="off" {...kept(status.secretSetAt)} />
        </Form.Item>
        <div className="two-columns">
          <Form.Item name="agentId" label={wecomText.agentId} rules={[{ pattern: /^\s*[1-9]\d{0,8}\s*$/ }]}>
            <Input maxLength={10} inputMode="numeric" autoComplete="off" />
          </Form.Item>
          <Form.Item name="loginUrl" label={wecomText.loginUrl}>
            <Input maxLength={200} />
          </Form.Item>
        </div>
        <p className="quiet gap-below">{wecomText.callbackDomain}</p>
        <p className="quiet">{wechatText.callbackUrl}</p>
        <CopyLine text={`${location.origin}${status.callbackPath}`} className="callback-url" />
        <div className="two-columns">
          <Form.Item name="callbackToken" label={wechatText.token}>
            <Input maxLength={32} autoComplete="off" {...kept(status.callbackSetAt)} />
          </Form.Item>
          <Form.Item name="encodingAesKey" label={wechatText.aesKey}>
            <Input maxLength={43} autoComplete="off" {...kept(status.callbackSetAt)} />
          </Form.Item>
        </div>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {wechatText.save}
        </Button>{' '}
        <Button disabled={!status.corpId} loading={check.isPending} onClick={() => check.mutate()}>
          {wechatText.check}
        </Button>
      </Form>
      {checks.map(({ step, ok, words }) => (
        <Alert key={step} className="gap-above" type={ok ? 'success' : 'error'} showIcon title={words} />
      ))}
    </Card>
  )
}
