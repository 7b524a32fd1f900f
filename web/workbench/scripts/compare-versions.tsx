import { Select } from 'antd'
import { useState } from 'react'
import type { ScriptVersion } from '../../api/scripts.ts'
import { scriptText } from '../../ui/text/workbench/scripts.ts'
import { dayText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { VersionDiff } from './version-diff.tsx'

/** Any two versions of a script side by side; at first the newest and the one before. */
export function CompareVersions({ versions }: { versions: ScriptVersion[] }) {
  const [chosen, setChosen] = useState({ left: versions[1]?.version, right: versions[0]?.version })
  const find = (number: number | undefined) => versions.find(({ version }) => version === number)
  const [before, after] = [find(chosen.left), find(chosen.right)]
  if (!before || !after) return null
  const options = versions.map(({ version, draftedAt }) => ({
    value: version,
    label: `${scriptText.version(version)} ${dayText(draftedAt.slice(0, 10))}`,
  }))
  return (
    <Card title={scriptText.compare}>
      <div className="button-row gap-below">
        <Select
          aria-label={scriptText.compareLeft}
          value={chosen.left}
          onChange={(left) => setChosen({ ...chosen, left })}
          options={options}
        />
        <Select
          aria-label={scriptText.compareRight}
          value={chosen.right}
          onChange={(right) => setChosen({ ...chosen, right })}
          options={options}
        />
      </div>
      <VersionDiff
        before={before}
        after={after}
        names={{ before: scriptText.version(before.version), after: scriptText.version(after.version) }}
      />
    </Card>
  )
}
