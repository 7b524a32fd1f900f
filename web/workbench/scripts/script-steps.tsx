import type { ScriptStep } from '../../api/scripts.ts'
import { scriptText, stepWords } from '../../ui/text/workbench/scripts.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'

/** Everything that was done with a script: what, by whom, when and with what words. */
export function ScriptSteps({ steps }: { steps: ScriptStep[] }) {
  return (
    <Card title={scriptText.history}>
      <ul className="plain-list script-steps">
        {steps.map(({ version, kind, by, at, words }) => (
          <li key={`${version} ${kind} ${at}`}>
            <b>{stepWords[kind]}</b>{' '}
            <span className="quiet">
              {scriptText.version(version)} · {by?.name ?? scriptText.delivered} · {momentText(at)}
            </span>
            {words && <q>{words}</q>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
