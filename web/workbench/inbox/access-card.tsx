import { Button } from 'antd'
import { issueAccessCode, issueAccessLink } from '../../api/residents.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { clockTime } from '../../ui/time.ts'
import { useMay } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { CopyLine } from '../ui/copy-line.tsx'
import { useDeed } from '../ui/use-deed.ts'

/** Two ways to let somebody who called or came see her matter on a phone of her own. */
export function AccessCard({ contactId }: { contactId: string }) {
  const may = useMay()
  const link = useDeed(() => issueAccessLink(contactId))
  const code = useDeed(() => issueAccessCode(contactId))
  if (!may('residents.write')) return null
  return (
    <Card title={inboxText.access}>
      <div className="button-row">
        <Button size="small" loading={link.isPending} onClick={() => link.mutate()}>
          {inboxText.accessLink}
        </Button>
        <Button size="small" loading={code.isPending} onClick={() => code.mutate()}>
          {inboxText.accessCode}
        </Button>
      </div>
      {link.data && (
        <>
          <CopyLine className="access-link" text={link.data.url} />
          <p className="quiet">{inboxText.accessHint}</p>
        </>
      )}
      {code.data && (
        <p role="status">
          <strong className="access-code">{code.data.code.replace(/(\d{3})(\d{3})/, '$1 $2')}</strong>
          <span className="quiet">{inboxText.codeUntil(clockTime(code.data.expiresAt))}</span>
        </p>
      )}
    </Card>
  )
}
