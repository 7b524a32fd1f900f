import { Alert, App, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { checkWechat, setUpWechat, type WechatCheck, type WechatStatus } from '../../api/wechat.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { changeText } from '../../ui/text/workbench/wechat-change.ts'
import { setupText } from '../../ui/text/workbench/wechat-setup.ts'
import { wecomText } from '../../ui/text/workbench/wecom.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { CopyLine } from '../ui/copy-line.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { RetiringSecrets } from './retiring-secrets.tsx'
import { WechatDomainFile } from './wechat-domain-file.tsx'
import { WechatSources } from './wechat-sources.tsx'

type Fields = {
  corpId: string
  baseUrl: string
  agentId?: string
  loginUrl?: string
  secret?: string
  callbackToken?: string
  encodingAesKey?: string
  overlapSeconds: number
}

const overlaps = [0, 300, 600, 1800, 3600]
const overlapWords = (seconds: number) =>
  seconds === 0 ? setupText.overlapNow : setupText.overlapMinutes(seconds / 60)

/** What the administrator copies from the admin console and to it, in the order in which it works. A secret goes in and is never shown again. */
export function WechatSetup({ status }: { status: WechatStatus }) {
  const [form] = Form.useForm<Fields>()
  const { modal, message } = App.useApp()
  const [checks, setChecks] = useState<WechatCheck[]>([])
  const check = useDeed(checkWechat, { onDone: setChecks, touches: [['wechat']] })
  const save = useDeed((fields: Fields) => setUpWechat(setupOf(fields)), {
    touches: [['wechat'], ['home'], ['wechat-change']],
    onDone: ({ waits }) => {
      message.success(waits ? changeText.waits : commonText.saved)
      // What waits stands on its own card at the top; the form shows what counts.
      if (waits) window.scrollTo({ top: 0 })
      form.resetFields(waits ? undefined : ['secret', 'callbackToken', 'encodingAesKey'])
    },
  })
  const ask = (fields: Fields) => {
    if (isAnother(status, fields)) {
      modal.confirm({
        title: changeText.saveTitle,
        content: `${changeText.saveHint}${status.change ? changeText.saveReplaces : ''}`,
        okText: changeText.savePut,
        onOk: () => save.mutateAsync(fields).catch(() => {}),
      })
      return
    }
    const replaced = [
      fields.secret?.trim() && status.secretSetAt && setupText.nameSecret,
      fields.callbackToken?.trim() && status.callbackSetAt && setupText.nameCallback,
    ].filter(Boolean)
    if (replaced.length === 0) return save.mutate(fields)
    const how = overlapHow(fields.overlapSeconds)
    modal.confirm({
      title: setupText.replaceTitle,
      content: setupText.replaceHint(replaced.join('、'), how),
      okText: setupText.replace,
      onOk: () => save.mutateAsync(fields).catch(() => {}),
    })
  }
  const kept = (at: string | null) => (at ? { placeholder: setupText.kept(momentText(at)) } : {})
  const secretRule = { autoComplete: 'off', spellCheck: false }
  return (
    <Card title={setupText.steps}>
      <p className="quiet gap-below">{setupText.intro}</p>
      <RetiringSecrets status={status} />
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
          overlapSeconds: 600,
        }}
        onFinish={ask}
      >
        <h3>{setupText.one}</h3>
        <p className="quiet gap-below">{setupText.oneHint}</p>
        <div className="two-columns">
          <Form.Item
            name="corpId"
            label={setupText.corpId}
            rules={[{ required: true, message: commonText.required }]}
          >
            <Input maxLength={64} />
          </Form.Item>
          <Form.Item name="baseUrl" label={setupText.baseUrl}>
            <Input maxLength={200} />
          </Form.Item>
        </div>
        <Form.Item name="secret" label={setupText.secret}>
          <Input maxLength={128} {...secretRule} {...kept(status.secretSetAt)} />
        </Form.Item>
        <div className="two-columns">
          <Form.Item
            name="agentId"
            label={wecomText.agentId}
            rules={[{ pattern: /^\s*[1-9]\d{0,8}\s*$/, message: wecomText.agentIdForm }]}
          >
            <Input maxLength={10} inputMode="numeric" autoComplete="off" />
          </Form.Item>
          <Form.Item name="loginUrl" label={wecomText.loginUrl}>
            <Input maxLength={200} />
          </Form.Item>
        </div>
        <WechatDomainFile file={status.domainFile} />
        <h3>{setupText.two}</h3>
        <p className="quiet gap-below">{setupText.twoHint}</p>
        <h3>{setupText.three}</h3>
        <p className="quiet gap-below">{setupText.threeHint}</p>
        <div className="two-columns">
          <Form.Item
            name="callbackToken"
            label={setupText.token}
            dependencies={['encodingAesKey']}
            rules={[together('encodingAesKey')]}
          >
            <Input maxLength={32} {...secretRule} {...kept(status.callbackSetAt)} />
          </Form.Item>
          <Form.Item
            name="encodingAesKey"
            label={setupText.aesKey}
            dependencies={['callbackToken']}
            rules={[
              together('callbackToken'),
              { pattern: /^\s*[0-9a-zA-Z]{43}\s*$/, message: setupText.keyForm },
            ]}
          >
            <Input maxLength={45} {...secretRule} {...kept(status.callbackSetAt)} />
          </Form.Item>
        </div>
        <WechatSources sources={status.sources} />
        <p className="quiet">{setupText.callbackUrl}</p>
        <CopyLine text={`${location.origin}${status.callbackPath}`} className="callback-url" />
        {(status.secretSetAt || status.callbackSetAt) && (
          <Form.Item name="overlapSeconds" label={setupText.overlap} extra={setupText.overlapHint}>
            <Select options={overlaps.map((value) => ({ value, label: overlapWords(value) }))} />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {setupText.save}
        </Button>
      </Form>
      <h3 className="gap-above">{setupText.four}</h3>
      <p className="quiet gap-below">{setupText.fourHint}</p>
      <Button disabled={!status.corpId} loading={check.isPending} onClick={() => check.mutate()}>
        {setupText.check}
      </Button>
      <div aria-live="polite">
        {checks.map(({ step, ok, unsure, words }) => (
          <Alert
            key={step}
            className="gap-above"
            type={ok ? 'success' : unsure ? 'warning' : 'error'}
            showIcon
            title={words}
          />
        ))}
      </div>
    </Card>
  )
}

/** Whether it would be another corporation, application or server: that is for two. */
function isAnother(status: WechatStatus, { corpId, baseUrl, agentId, loginUrl }: Fields): boolean {
  if (!status.corpId) return false
  const typed = (text: string | undefined, stands: string) => (text?.trim() ?? '') !== stands
  return (
    typed(corpId, status.corpId) ||
    typed(baseUrl, status.baseUrl) ||
    (Boolean(agentId?.trim()) && typed(agentId, String(status.agentId ?? ''))) ||
    typed(loginUrl, status.loginUrl ?? '')
  )
}

const overlapHow = (seconds: number) =>
  seconds === 0 ? setupText.overlapNow : setupText.overlapStays(overlapWords(seconds))

/** The token is nothing without the key, and the other way round. */
const together =
  (other: 'callbackToken' | 'encodingAesKey') =>
  ({ getFieldValue }: { getFieldValue: (name: string) => string | undefined }) => ({
    validator: (_: unknown, value?: string) =>
      !value?.trim() && getFieldValue(other)?.trim()
        ? Promise.reject(new Error(setupText.both))
        : Promise.resolve(),
  })

function setupOf({
  corpId,
  baseUrl,
  agentId,
  loginUrl,
  secret,
  callbackToken,
  encodingAesKey,
  overlapSeconds,
}: Fields) {
  return {
    corpId: corpId.trim(),
    ...(baseUrl.trim() && { baseUrl: baseUrl.trim() }),
    ...(agentId?.trim() && { agentId: Number(agentId) }),
    loginUrl: loginUrl?.trim() ?? '',
    ...(secret?.trim() && { secret: secret.trim() }),
    ...(callbackToken?.trim() && { callbackToken: callbackToken.trim() }),
    ...(encodingAesKey?.trim() && { encodingAesKey: encodingAesKey.trim() }),
    overlapSeconds: overlapSeconds ?? 600,
  }
}
