import { Button } from 'antd'
import { useState } from 'react'
import { retireScript, type ScriptDetail, submitDraft } from '../../api/scripts.ts'
import { scriptText } from '../../ui/text/workbench/scripts.ts'
import { useMay, useMe } from '../officers/use-me.ts'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { ReviewDeeds } from './review-deeds.tsx'
import { ScopeDialog } from './scope-dialog.tsx'
import { ScriptEditor } from './script-editor.tsx'

/** What one may do with a script as it stands. */
export function ScriptDeeds({ data }: { data: ScriptDetail }) {
  const { script, versions } = data
  const me = useMe()
  const may = useMay()
  const [dialog, setDialog] = useState<'version' | 'scope' | 'retire'>()
  const close = () => setDialog(undefined)
  const newest = versions[0]!
  const own = newest.draftedBy?.id === me.officer.id
  const touches = [['scripts'], ['script', script.id]]
  const submit = useDeed(() => submitDraft(script.id, newest.version), {
    said: scriptText.submitted,
    touches,
  })
  const retire = useDeed((reason: string) => retireScript(script.id, reason), {
    said: scriptText.retired,
    touches,
    onDone: close,
  })
  if (script.state === 'retired') return null
  return (
    <>
      <ReviewDeeds data={data} />
      <div className="button-row gap-above">
        {script.draftStanding === 'draft' && own && (
          <Button type="primary" loading={submit.isPending} onClick={() => submit.mutate()}>
            {scriptText.submit}
          </Button>
        )}
        {may('scripts.write') && (
          <Button onClick={() => setDialog('version')}>
            {script.draftStanding && own ? scriptText.mend : scriptText.newVersion}
          </Button>
        )}
        {may('scripts.approve') && <Button onClick={() => setDialog('scope')}>{scriptText.scope}</Button>}
        {may('scripts.approve') && (
          <Button danger type="text" onClick={() => setDialog('retire')}>
            {scriptText.retire}
          </Button>
        )}
      </div>
      {dialog === 'version' && <ScriptEditor from={data} onClose={close} />}
      {dialog === 'scope' && <ScopeDialog script={script} onClose={close} />}
      {dialog === 'retire' && (
        <ReasonDialog
          danger
          title={scriptText.retire}
          label={scriptText.retireSure}
          busy={retire.isPending}
          onReason={(reason) => retire.mutate(reason)}
          onClose={close}
        />
      )}
    </>
  )
}
