import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { type ScriptDetail, showScript } from '../../api/scripts.ts'
import { scenarioWords } from '../../ui/text/vocabulary.ts'
import { scriptStateWords, scriptText, standingWords } from '../../ui/text/workbench/scripts.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { ReadAloud } from '../ui/read-aloud.tsx'
import { CompareVersions } from './compare-versions.tsx'
import { expiresIn } from './expires-in.ts'
import { ScriptBody } from './script-body.tsx'
import { ScriptDeeds } from './script-deeds.tsx'
import { ScriptFacts } from './script-facts.tsx'
import { ScriptFiles } from './script-files.tsx'
import { scriptTone } from './script-row.tsx'
import { ScriptSteps } from './script-steps.tsx'
import { SentWhere } from './sent-where.tsx'
import './scripts.css'

export function ScriptView({ id }: { id: string }) {
  const query = useQuery({ queryKey: ['script', id], queryFn: () => showScript(id) })
  return <Loaded query={query}>{(data) => <Details data={data} />}</Loaded>
}

function Details({ data }: { data: ScriptDetail }) {
  const { script, versions, steps } = data
  const newest = versions[0]!
  const back = steps.find(({ version, kind }) => version === newest.version && kind === 'sent_back')
  const days = expiresIn(script.expiresOn)
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
        {script.draftStanding && (
          <Alert
            className="gap-below"
            type={script.draftStanding === 'sent_back' ? 'warning' : 'info'}
            title={`${scriptText.version(newest.version)} · ${standingWords[script.draftStanding]}`}
            description={back ? `${back.by?.name ?? ''}：${back.words}` : undefined}
          />
        )}
        <ScriptBody text={script.body} />
        <ScriptFiles files={script.files} />
        {script.spoken && (
          <div className="spoken">
            <div className="spread">
              <b>{scriptText.spoken}</b>
              <ReadAloud text={script.spoken} />
            </div>
            <ScriptBody text={script.spoken} />
          </div>
        )}
        <ScriptFacts script={script} />
        <ScriptDeeds data={data} />
      </Card>
      {versions.length > 1 && <CompareVersions key={newest.version} versions={versions} />}
      <SentWhere key={script.version} script={script} />
      <ScriptSteps steps={steps} />
    </div>
  )
}
