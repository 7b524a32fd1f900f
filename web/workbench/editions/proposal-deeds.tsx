import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import {
  acceptEditionProposals,
  adaptGuide,
  adaptScript,
  declineEditionProposal,
  type EditionProposalDetail,
} from '../../api/editions.ts'
import { showGuide } from '../../api/services.ts'
import { editionText as text } from '../../ui/text/workbench/editions.ts'
import { ScriptEditor } from '../scripts/script-editor.tsx'
import { GuideEditor } from '../services/guide-editor.tsx'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { proposalTouches as touches } from './proposal-touches.ts'

/** Taken over, taken over with changes, or declined with a reason. */
export function ProposalDeeds({ proposal }: { proposal: EditionProposalDetail }) {
  const { id, kind, change, slug, presentVersion } = proposal
  const [dialog, setDialog] = useState<'adapt' | 'decline'>()
  const close = () => setDialog(undefined)
  const take = useDeed(() => acceptEditionProposals([{ id, presentVersion }]), { said: text.took, touches })
  const decline = useDeed((reason: string) => declineEditionProposal(id, reason), {
    said: text.declined,
    touches,
    onDone: close,
  })
  const taking =
    change === 'new'
      ? text.takeNew
      : change === 'changed'
        ? text.take
        : kind === 'script'
          ? text.retireScript
          : text.hideGuide
  // A new guide is taken over first, and changed where guides are.
  const adaptable = change === 'changed' || (change === 'new' && kind === 'script')
  return (
    <div className="button-row gap-above">
      <Button
        type="primary"
        danger={change === 'withdrawn'}
        loading={take.isPending}
        onClick={() => take.mutate()}
      >
        {taking}
      </Button>
      {adaptable && <Button onClick={() => setDialog('adapt')}>{text.adapt}</Button>}
      <Button onClick={() => setDialog('decline')}>{text.decline}</Button>
      {dialog === 'adapt' && kind === 'script' && (
        <ScriptEditor
          begin={{
            library: proposal.library ?? 'business',
            ...proposal.offered,
            files: (proposal.present?.['files'] as never) ?? [],
          }}
          save={(version) => adaptScript(id, version)}
          onClose={close}
        />
      )}
      {dialog === 'adapt' && kind === 'guide' && slug && (
        <AdaptGuide slug={slug} proposal={proposal} onClose={close} />
      )}
      {dialog === 'decline' && (
        <ReasonDialog
          title={text.decline}
          label={text.declineWhy}
          busy={decline.isPending}
          onReason={(reason) => decline.mutate(reason)}
          onClose={close}
        />
      )}
    </div>
  )
}

/** The editor of guides, with what came in the place of what the guide says. */
function AdaptGuide(props: { slug: string; proposal: EditionProposalDetail; onClose: () => void }) {
  const { slug, proposal, onClose } = props
  const { data } = useQuery({ queryKey: ['guide', slug], queryFn: () => showGuide(slug) })
  if (!data) return null
  return (
    <GuideEditor
      guide={{ ...data, ...proposal.offered, version: proposal.presentVersion }}
      save={(change) => adaptGuide(proposal.id, change)}
      onClose={onClose}
    />
  )
}
