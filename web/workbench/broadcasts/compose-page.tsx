import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { Link, useNavigate, useParams } from 'react-router'
import {
  type BroadcastContent,
  type BroadcastDetail,
  showBroadcast,
  submitBroadcast,
} from '../../api/broadcasts.ts'
import { broadcastText } from '../../ui/text/workbench/broadcasts.ts'
import { momentText } from '../../ui/time.ts'
import { useMe } from '../officers/use-me.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { AudienceCard } from './audience-count.tsx'
import { ComposeFields } from './compose-fields.tsx'
import { noNumber, Previews } from './previews.tsx'
import { type Draft, useDraft } from './use-draft.ts'
import './broadcasts.css'

/** Writing: a new one, or one that has not started yet. */
export function ComposePage() {
  const { id } = useParams()
  const me = useMe()
  const query = useQuery({
    queryKey: ['broadcast', id, 'compose'],
    queryFn: () => showBroadcast(id!),
    enabled: id !== undefined,
    // What is being typed is not asked for again under the hand.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const own = me.scope === 'villages' ? [...me.villageIds] : null
  // One that was begun here keeps its place when it gets its address.
  if (id === undefined || sessionBegan.has(id))
    return <Composer key="new" detail={null} first={emptyContent(own)} />
  if (!query.data)
    return (
      <Page title={broadcastText.editTitle} above={<Link to="/broadcasts">← {broadcastText.title}</Link>}>
        <Loaded query={query}>{() => null}</Loaded>
      </Page>
    )
  return <Composer key={id} detail={query.data} first={contentOf(query.data)} />
}

/** Those begun on this page since it was opened. */
const sessionBegan = new Set<string>()

function Composer({ detail, first }: { detail: BroadcastDetail | null; first: BroadcastContent }) {
  const navigate = useNavigate()
  const newest = detail?.versions[0]
  const draft = useDraft(
    first,
    detail && newest ? { id: detail.broadcast.id, version: newest.version, savedAt: newest.writtenAt } : null,
    (id) => sessionBegan.add(id),
  )
  const { content, saved } = draft
  const about = detail?.broadcast.about ?? null
  const submit = useDeed(
    async () => {
      const at = await draft.flush()
      if (!at) throw new Error(draft.problem || broadcastText.notSaved)
      await submitBroadcast(at.id, at.version)
      return at.id
    },
    {
      said: broadcastText.submitted,
      touches: [['broadcasts'], ...(saved ? [['broadcast', saved.id]] : [])],
      onDone: (id) => {
        sessionBegan.delete(id)
        void navigate(`/broadcasts/${id}`)
      },
    },
  )
  const asked = { channels: content.channels, audience: content.audience, aboutId: about?.id ?? null }
  return (
    <Page
      title={detail ? broadcastText.editTitle : broadcastText.write}
      above={
        <Link to={detail ? `/broadcasts/${detail.broadcast.id}` : '/broadcasts'}>
          ← {broadcastText.title}
        </Link>
      }
      actions={
        <>
          <SaveState draft={draft} />
          <Button onClick={() => draft.undo?.()} disabled={!draft.undo}>
            {broadcastText.undo}
          </Button>
          <Button
            type="primary"
            loading={submit.isPending}
            onClick={() => submit.mutate()}
            disabled={!saved && draft.state === 'clean'}
          >
            {broadcastText.submit}
          </Button>
        </>
      }
    >
      {draft.problem && <Alert className="gap-below" type="error" showIcon title={draft.problem} />}
      {draft.wasKept && draft.state !== 'clean' && (
        <Alert className="gap-below" type="info" showIcon title={broadcastText.keptHere} />
      )}
      {detail && detail.broadcast.state !== 'drafted' && (
        <Alert className="gap-below" type="info" showIcon title={broadcastText.editAgain} />
      )}
      <div className="broadcast-columns">
        <div>
          <ComposeFields
            draft={draft}
            stands={detail?.steps.some(({ step }) => step !== 'drafted') ?? false}
            about={about}
          />
        </div>
        <div>
          <AudienceCard asked={asked} id={saved?.id ?? null} />
          <Previews
            shown={{
              ...content,
              number: detail?.broadcast.number ?? noNumber,
              aboutHow: about?.how ?? null,
            }}
          />
        </div>
      </div>
    </Page>
  )
}

function SaveState({ draft: { state, saved } }: { draft: Draft }) {
  const said =
    state === 'saving' || state === 'waiting'
      ? broadcastText.saving
      : state === 'failed'
        ? broadcastText.notSaved
        : saved
          ? broadcastText.savedAt(momentText(saved.savedAt))
          : broadcastText.nothingYet
  return (
    <span className="quiet" role="status">
      {said}
    </span>
  )
}

function emptyContent(own: string[] | null): BroadcastContent {
  return {
    kind: 'warning',
    urgency: 'important',
    title: '',
    body: '',
    spoken: '',
    fileIds: [],
    channels: ['groups', 'contacts', 'page'],
    audience: { villageIds: own, villageGroups: [], groupIds: null, tagIds: [], needs: [], languages: [] },
    sendAt: null,
    shownUntil: null,
    templateKey: null,
  }
}

function contentOf({ broadcast, versions }: BroadcastDetail): BroadcastContent {
  const { title, body, spoken, fileIds, channels, audience, sendAt, shownUntil, templateKey } = versions[0]!
  const { kind, urgency } = broadcast
  return { kind, urgency, title, body, spoken, fileIds, channels, audience, sendAt, shownUntil, templateKey }
}
