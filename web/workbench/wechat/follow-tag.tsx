import type { Follow } from '../../api/external-contacts.ts'
import { followEndWords, workText } from '../../ui/text/workbench/work-contacts.ts'
import { DotTag } from '../ui/dot-tag.tsx'
import { onDay } from './on-day.ts'

/** Whose work account: the officer's name where it is bound, else the account itself. */
export const accountName = ({
  account,
  officerName,
}: {
  account: string
  officerName: string | null
}): string => officerName ?? account

/** What is not as it should be between an account and a contact; nothing where all is well. */
export function FollowTag({ follow }: { follow: Follow }) {
  if (follow.endedAt)
    return (
      <DotTag>{workText.ended(followEndWords[follow.endedHow ?? 'missing'], onDay(follow.endedAt))}</DotTag>
    )
  if (follow.leftAt) return <DotTag tone="red">{workText.left(onDay(follow.leftAt))}</DotTag>
  if (follow.half) return <DotTag tone="amber">{workText.half}</DotTag>
  return null
}
