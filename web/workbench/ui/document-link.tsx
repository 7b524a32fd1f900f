import { FileTextOutlined, WarningOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { fileAddress, knowingAddress } from '../../api/files.ts'
import type { FileRef } from '../../api/inbox.ts'
import { fileWords } from '../../ui/text/vocabulary.ts'
import { wechatText } from '../../ui/text/workbench/wechat.ts'
import { sizeText } from './size-text.ts'

/** A document to save, by the name it was sent under. One that may carry a program says so and asks first. */
export function DocumentLink({ file }: { file: FileRef }) {
  const { modal } = App.useApp()
  const { id, name, size, mayRun } = file
  const ask = () =>
    modal.confirm({
      title: wechatText.mayRun,
      content: name,
      okText: wechatText.saveAnyway,
      okButtonProps: { danger: true },
      onOk: () => window.location.assign(knowingAddress(id)),
    })
  return (
    <div className="document">
      {mayRun ? (
        // No address to open in passing: it is handed out to who has said that she knows.
        <Button type="link" className="document-asked" icon={<WarningOutlined />} onClick={ask}>
          {name || fileWords.document}
        </Button>
      ) : (
        <a href={fileAddress(id, 'shown')} target="_blank" rel="noreferrer">
          <FileTextOutlined /> {name || fileWords.document}
        </a>
      )}{' '}
      {size !== undefined && <span className="quiet">{sizeText(size)}</span>}
      {mayRun && <p className="delivery failed">{wechatText.mayRun}</p>}
    </div>
  )
}
