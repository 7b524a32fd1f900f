import { Button, Form, Modal } from 'antd'
import { useState } from 'react'
import { changePassword } from '../../api/officers.ts'
import { roleWords } from '../../ui/text/vocabulary.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { sessionText } from '../../ui/text/workbench/session.ts'
import { settingsText } from '../../ui/text/workbench/settings.ts'
import { PasswordFields } from '../officers/password-fields.tsx'
import { useMay, useMe } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { CalendarFeedCard } from './calendar-feed-card.tsx'
import { NoticesCard } from './notices-card.tsx'
import { SecondFactorCard } from './second-factor-card.tsx'
import { SessionsCard } from './sessions-card.tsx'
import { WecomCard } from './wecom-card.tsx'

export function AccountSection() {
  const me = useMe()
  const may = useMay()
  const [changing, setChanging] = useState(false)
  const [form] = Form.useForm<{ password: string; newPassword: string }>()
  const change = useDeed(changePassword, {
    said: sessionText.passwordChanged,
    touches: [['session'], ['sessions']],
    onDone: () => setChanging(false),
  })
  return (
    <>
      <Card title={me.officer.name}>
        <dl className="facts">
          <dt>{sessionText.username}</dt>
          <dd>{me.officer.username}</dd>
          <dt>{settingsText.role}</dt>
          <dd>{roleWords[me.officer.role]}</dd>
          <dt>{commonText.phone}</dt>
          <dd>{me.officer.phone}</dd>
        </dl>
        <Button className="gap-above" onClick={() => setChanging(true)}>
          {settingsText.changePassword}
        </Button>
      </Card>
      <SecondFactorCard on={me.secondFactor} />
      <WecomCard />
      <NoticesCard />
      <SessionsCard />
      {may('appointments.read') && <CalendarFeedCard />}
      <Modal
        open={changing}
        title={settingsText.changePassword}
        onCancel={() => setChanging(false)}
        onOk={form.submit}
        confirmLoading={change.isPending}
        destroyOnHidden
      >
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          preserve={false}
          onFinish={({ password, newPassword }) => change.mutate({ password, newPassword })}
        >
          <PasswordFields />
        </Form>
      </Modal>
    </>
  )
}
