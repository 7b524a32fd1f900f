import type { EditionProposalDetail } from '../../api/editions.ts'
import type { ScriptVersion } from '../../api/scripts.ts'
import { editionText as text } from '../../ui/text/workbench/editions.ts'
import { VersionDiff } from '../scripts/version-diff.tsx'
import { GuideDifference } from '../services/guide-difference.tsx'
import '../scripts/scripts.css'
import '../services/services.css'

/** The words of both sides; of a decided one only what came, for what was in use then has gone on since. */
export function ProposalWords(props: { proposal: EditionProposalDetail; withBase: boolean }) {
  const { kind, present, base, offered, decision } = props.proposal
  const before = decision ? null : props.withBase ? base : present
  const after = offered ?? present
  if (!after) return null
  const names = { before: props.withBase ? text.base : text.present, after: text.offered }
  if (kind === 'script') {
    const files = (present?.['files'] as ScriptVersion['files'] | undefined) ?? []
    const withFiles = (says: object) => ({ ...says, files }) as unknown as ScriptVersion
    return (
      <VersionDiff
        before={offered && before ? withFiles(before) : undefined}
        after={withFiles(after)}
        names={offered ? names : { ...names, after: text.present }}
      />
    )
  }
  const compared = offered ? (before ?? undefined) : undefined
  return Object.keys(after)
    .filter((field) => !compared || !same(compared[field], after[field]))
    .map((field) => (
      <GuideDifference
        key={field}
        field={field}
        before={compared}
        after={after}
        names={names}
        open={Boolean(compared)}
      />
    ))
}

/** Fields of a document come in another order out of the database. */
const same = (one: unknown, other: unknown) => ordered(one) === ordered(other)
const ordered = (value: unknown): string =>
  JSON.stringify(value ?? null, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
