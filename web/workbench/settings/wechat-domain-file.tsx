import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { setDomainFile, type WechatStatus } from '../../api/wechat.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { domainText } from '../../ui/text/workbench/wechat-places.ts'
import { momentText } from '../../ui/time.ts'
import { useDeed } from '../ui/use-deed.ts'

type Fields = { name: string; content: string }

/** The file that WeCom wants at the root of the trusted domain: pasted here, served there. */
export function WechatDomainFile({ file }: { file: WechatStatus['domainFile'] }) {
  const [open, setOpen] = useState(false)
  const [form] = Form.useForm<Fields>()
  const save = useDeed(
    ({ name, content }: Fields) => setDomainFile({ name: name.trim(), content: content.trim() }),
    { said: commonText.saved, touches: [['wechat']], onDone: () => setOpen(false) },
  )
  return (
    <>
      <p className="quiet">{domainText.hint(location.host)}</p>
      <p className="gap-below">
        {file ? (
          <>
            {domainText.there(momentText(file.setAt))}{' '}
            <a href={`/${file.name}`} target="_blank" rel="noreferrer">
              {file.name}
            </a>
          </>
        ) : (
          <span className="quiet">{domainText.none}</span>
        )}{' '}
        <Button size="small" onClick={() => setOpen(true)}>
          {domainText.paste}
        </Button>
      </p>
      <Modal
        open={open}
        title={domainText.paste}
        okText={commonText.save}
        cancelText={commonText.cancel}
        confirmLoading={save.isPending}
        onOk={() => form.submit()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <p className="quiet gap-below">{domainText.how}</p>
        {/* Named, so that its fields have ids of their own: #content is the page's. */}
        <Form<Fields>
          name="domain-file"
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={save.mutate}
        >
          <Form.Item
            name="name"
            label={domainText.name}
            initialValue={file?.name}
            rules={[
              {
                required: true,
                pattern: /^\s*WW_verify_[0-9A-Za-z]{1,32}\.txt\s*$/,
                message: domainText.nameForm,
              },
            ]}
          >
            <Input maxLength={60} autoComplete="off" spellCheck={false} placeholder="WW_verify_….txt" />
          </Form.Item>
          <Form.Item
            name="content"
            label={domainText.content}
            initialValue={file?.content}
            rules={[
              { required: true, pattern: /^\s*[0-9A-Za-z_-]{1,128}\s*$/, message: domainText.contentForm },
            ]}
          >
            <Input maxLength={140} autoComplete="off" spellCheck={false} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  )
}
