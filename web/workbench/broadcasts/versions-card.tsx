import { Button } from 'antd'
import { useState } from 'react'
import type { BroadcastDetail, BroadcastVersion } from '../../api/broadcasts.ts'
import { diffWords } from '../../ui/diff-words.ts'
import { broadcastText } from '../../ui/text/workbench/broadcasts.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'

/** What was written before, each beside the one that followed. */
export function VersionsCard({ data: { versions } }: { data: BroadcastDetail }) {
  const [open, setOpen] = useState<number | null>(null)
  if (versions.length < 2) return null
  return (
    <Card title={broadcastText.versions}>
      <ul className="plain-list">
        {versions.map((version, at) => {
          const before = versions[at + 1]
          return (
            <li key={version.version} className="line">
              <div className="spread">
                <b>{broadcastText.version(version.version)}</b>
                <span className="quiet">
                  {broadcastText.writtenBy(version.writtenBy.name, momentText(version.writtenAt))}
                </span>
              </div>
              {before && (
                <Button
                  type="link"
                  size="small"
                  aria-expanded={open === version.version}
                  onClick={() => setOpen(open === version.version ? null : version.version)}
                >
                  {broadcastText.compare}
                </Button>
              )}
              {before && open === version.version && <SideBySide before={before} after={version} />}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

function SideBySide({ before, after }: { before: BroadcastVersion; after: BroadcastVersion }) {
  const textOf = ({ title, body, spoken }: BroadcastVersion) =>
    [title, body, spoken].filter(Boolean).join('\n')
  const parts = diffWords(textOf(before), textOf(after))
  const side = (left: boolean) =>
    parts
      .filter(({ kind }) => kind === 'same' || kind === (left ? 'gone' : 'new'))
      .map((part, at) => {
        if (part.kind === 'same') return <span key={at}>{part.text}</span>
        return left ? <del key={at}>{part.text}</del> : <ins key={at}>{part.text}</ins>
      })
  return (
    <div className="side-by-side">
      {[true, false].map((left) => (
        <div key={String(left)}>
          <span className="quiet">{broadcastText.version(left ? before.version : after.version)}</span>
          <div className="as-typed">{side(left)}</div>
        </div>
      ))}
    </div>
  )
}
