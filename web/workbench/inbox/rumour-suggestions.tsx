import { useQuery } from '@tanstack/react-query'
import { takeReply } from '../../api/rumours.ts'
import { answerWords, rumourText } from '../../ui/text/workbench/rumours.ts'
import { useMay } from '../officers/use-me.ts'
import { useDeed } from '../ui/use-deed.ts'
import { rumoursOf } from './rumour-card.tsx'

/** The approved reply to the rumour this matter asks about: one tap puts it into the answer. She sends it herself. */
export function RumourSuggestions(props: { conversationId: string; onInsert: (body: string) => void }) {
  const may = useMay()
  const { data } = useQuery({ ...rumoursOf(props.conversationId), enabled: may('rumours.write') })
  const take = useDeed(
    ({ id, version }: { id: string; version: number; body: string }) =>
      takeReply(id, props.conversationId, version),
    {
      touches: [['conversation-rumours', props.conversationId]],
      onDone: (_, { body }) => props.onInsert(body),
    },
  )
  return data?.items
    .filter(({ tied, state }) => tied && state !== 'answered')
    .map(({ id, words, reply, state }) =>
      reply ? (
        <button
          key={id}
          type="button"
          className="suggestion"
          disabled={take.isPending}
          onClick={() => take.mutate({ id, ...reply })}
        >
          <b>{rumourText.useReply(words)}</b>
          <span className="quiet">{answerWords[state]}</span>
        </button>
      ) : null,
    )
}
