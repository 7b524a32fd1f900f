import { Button } from 'antd'
import { useState } from 'react'
import { approveScripts, type ScriptDetail, sendBackDraft } from '../../api/scripts.ts'
import { scriptText } from '../../ui/text/workbench/scripts.ts'
import { useMay, useMe } from '../officers/use-me.ts'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { useDeed } from '../ui/use-deed.ts'

/** A second person approves the newest draft or sends it back with words. */
export function ReviewDeeds({ data: { script, versions } }: { data: ScriptDetail }) {
  const me = useMe()
  const may = useMay()
  const [asking, setAsking] = useState(false)
  const newest = versions[0]!
  const touches = [['scripts'], ['script', script.id]]
  const approve = useDeed(() => approveScripts([{ scriptId: script.id, version: newest.version }]), {
    said: scriptText.approved,
    touches,
  })
  const sendBack = useDeed((reason: string) => sendBackDraft(script.id, newest.version, reason), {
    said: scriptText.sentBack,
    touches,
    onDone: () => setAsking(false),
  })
  if (!may('scripts.approve') || newest.standing !== 'waiting') return null
  if (newest.draftedBy?.id === me.officer.id)
    return <p className="quiet gap-above">{scriptText.approveHint}</p>
  return (
    <div className="button-row gap-above">
      <Button type="primary" loading={approve.isPending} onClick={() => approve.mutate()}>
        {scriptText.approve}
      </Button>
      <Button onClick={() => setAsking(true)}>{scriptText.sendBack}</Button>
      {asking && (
        <ReasonDialog
          title={scriptText.sendBack}
          label={scriptText.sendBackReason}
          busy={sendBack.isPending}
          onReason={(reason) => sendBack.mutate(reason)}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}
