import { Link } from 'react-router'
import type { Script } from '../../api/scripts.ts'
import { scenarioWords } from '../../ui/text/vocabulary.ts'
import {
  fraudStageWords,
  scriptStateWords,
  scriptText,
  standingWords,
} from '../../ui/text/workbench/scripts.ts'
import { scenarioTone } from '../inbox/scenario-tone.ts'
import { DotTag, type Tone } from '../ui/dot-tag.tsx'
import { expiresIn } from './expires-in.ts'

export const scriptTone: Record<Script['state'], Tone> = {
  draft: 'grey',
  usable: 'green',
  expired: 'red',
  retired: 'grey',
}
const soonDays = 30

export function ScriptRow({ script, chosen, to }: { script: Script; chosen: boolean; to: string }) {
  const days = expiresIn(script.expiresOn)
  return (
    <li>
      <Link
        to={to}
        className={`list-row ${chosen ? 'chosen' : ''}`}
        aria-current={chosen ? 'true' : undefined}
      >
        <div className="spread">
          <b>{script.title}</b>
          <DotTag tone={scriptTone[script.state]}>{scriptStateWords[script.state]}</DotTag>
        </div>
        <div className="two-lines quiet">{script.body}</div>
        <DotTag tone={scenarioTone[script.library]}>{scenarioWords[script.library]}</DotTag>{' '}
        {script.topic && <DotTag>{script.topic}</DotTag>}{' '}
        {script.files.length > 0 && <DotTag>{scriptText.withFiles(script.files.length)}</DotTag>}{' '}
        {script.stage && <DotTag tone="violet">{fraudStageWords[script.stage]}</DotTag>}{' '}
        {script.pendingVersion !== null && script.state !== 'draft' && (
          <DotTag tone="amber">{scriptText.pending}</DotTag>
        )}{' '}
        {script.draftStanding && (script.state === 'draft' || script.draftStanding === 'sent_back') && (
          <DotTag tone="amber">{standingWords[script.draftStanding]}</DotTag>
        )}{' '}
        {script.state === 'usable' && days <= soonDays && (
          <DotTag tone="amber">{scriptText.soon(days)}</DotTag>
        )}
      </Link>
    </li>
  )
}
