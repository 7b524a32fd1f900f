import { useQuery } from '@tanstack/react-query'
import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import { approveScripts, retireScript, type ScriptDetail, showScript } from '../../api/scripts.ts'
import { scenarioWords } from '../../ui/text/vocabulary.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { scriptStateWords, scriptText } from '../../ui/text/workbench/scripts.ts'
import { dayText, momentText } from '../../ui/time.ts'
import { useMay, useMe, useVillages } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { expiresIn } from './expires-in.ts'
import { ScopeDialog } from './scope-dialog.tsx'
import { ScriptBody } from './script-body.tsx'
import { ScriptEditor } from './script-editor.tsx'
import { scriptTone } from './script-row.tsx'

export function ScriptView({ id }: { id: string }) {
  const query = useQuery({ queryKey: ['script', id], queryFn: () => showScript(id) })
  return <Loaded query={query}>{(data) => <Details data={data} />}</Loaded>
}

function Details({ data }: { data: ScriptDetail }) {
  const { script, versions } = data
  const me = useMe()
  const may = useMay()
  const villages = useVillages()
  const { modal } = App.useApp()
  const [dialog, setDialog] = useState<'version' | 'scope'>()
  const touches = [['scripts'], ['script', script.id]]
  const approve = useDeed((version: number) => approveScripts([{ scriptId: script.id, version }]), {
    said: scriptText.approved,
    touches,
  })
  const retire = useDeed(() => retireScript(script.id), { said: scriptText.retired, touches })
  const days = expiresIn(script.expiresOn)
  const names = script.villageIds
    ?.map((villageId) => villages.find(({ id }) => id === villageId)?.name)
    .filter(Boolean)
  return (
    <div>
      <Card
        title={script.title}
        extra={
          <span className="button-row">
            <DotTag>{scenarioWords[script.library]}</DotTag>
            <DotTag tone={scriptTone[script.state]}>{scriptStateWords[script.state]}</DotTag>
          </span>
        }
      >
        {script.state !== 'retired' && days <= 30 && (
          <Alert
            className="gap-below"
            type={days < 0 ? 'error' : 'warning'}
            showIcon
            title={days < 0 ? scriptText.expired : scriptText.soon(days)}
          />
        )}
        <ScriptBody text={script.body} />
        <dl className="facts gap-above">
          <dt>{scriptText.basis}</dt>
          <dd>{script.basis || commonText.none}</dd>
          <dt>{scriptText.keywords}</dt>
          <dd>{script.keywords.join('、') || commonText.none}</dd>
          <dt>{scriptText.expiresOn}</dt>
          <dd>{dayText(script.expiresOn)}</dd>
          <dt>{scriptText.villages}</dt>
          <dd>{names ? names.join('、') : scriptText.everyVillage}</dd>
          <dt>{scriptText.auxiliaryMay}</dt>
          <dd>{script.auxiliaryMay ? '✓' : '—'}</dd>
        </dl>
        {script.state !== 'retired' && (
          <div className="button-row gap-above">
            {may('scripts.write') && (
              <Button onClick={() => setDialog('version')}>{scriptText.newVersion}</Button>
            )}
            {may('scripts.approve') && <Button onClick={() => setDialog('scope')}>{scriptText.scope}</Button>}
            {may('scripts.approve') && (
              <Button
                danger
                type="text"
                onClick={() =>
                  modal.confirm({
                    title: scriptText.retire,
                    content: scriptText.retireSure,
                    onOk: () => retire.mutate(),
                  })
                }
              >
                {scriptText.retire}
              </Button>
            )}
          </div>
        )}
      </Card>
      <Card title={scriptText.versions}>
        {versions.map((version) => (
          <div key={version.version} className="line">
            <div className="spread">
              <span>
                <b>{scriptText.version(version.version)}</b>{' '}
                <span className="quiet">
                  {version.draftedBy ? scriptText.draftedBy(version.draftedBy.name) : scriptText.delivered}{' '}
                  {momentText(version.draftedAt)}
                  {version.approvedAt &&
                    ` · ${scriptText.approvedBy(version.approvedBy?.name ?? scriptText.delivered)} ${momentText(version.approvedAt)}`}
                </span>
              </span>
              {!version.approvedAt && version.version === versions[0]?.version && may('scripts.approve') && (
                <Button
                  size="small"
                  type="primary"
                  disabled={version.draftedBy?.id === me.officer.id}
                  loading={approve.isPending}
                  onClick={() => approve.mutate(version.version)}
                >
                  {scriptText.approve}
                </Button>
              )}
              {!version.approvedAt && !may('scripts.approve') && (
                <DotTag tone="amber">{scriptText.waiting}</DotTag>
              )}
            </div>
            {!version.approvedAt && version.draftedBy?.id === me.officer.id && (
              <p className="quiet">{scriptText.approveHint}</p>
            )}
            {version.version !== script.version && <ScriptBody text={version.body} />}
          </div>
        ))}
      </Card>
      {dialog === 'version' && <ScriptEditor from={data} onClose={() => setDialog(undefined)} />}
      {dialog === 'scope' && <ScopeDialog script={script} onClose={() => setDialog(undefined)} />}
    </div>
  )
}
