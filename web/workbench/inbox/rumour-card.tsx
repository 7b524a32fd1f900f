import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { Link } from 'react-router'
import { listForConversation, tieConversation, untieConversation } from '../../api/rumours.ts'
import { answerWords, rumourText } from '../../ui/text/workbench/rumours.ts'
import { answerTone } from '../rumours/stage-tone.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { useDeed } from '../ui/use-deed.ts'

export const rumoursOf = (conversationId: string) => ({
  queryKey: ['conversation-rumours', conversationId],
  queryFn: () => listForConversation(conversationId),
})

/** Which rumour this matter asks about: a person says so, nothing does by itself. */
export function RumourCard({ conversationId }: { conversationId: string }) {
  const { data } = useQuery(rumoursOf(conversationId))
  const touches = [['conversation-rumours', conversationId], ['rumours'], ['rumour']]
  const tie = useDeed((id: string) => tieConversation(id, conversationId), { said: rumourText.tied, touches })
  const untie = useDeed((id: string) => untieConversation(id, conversationId), { touches })
  if (!data || data.items.length === 0) return null
  const tied = data.items.filter((each) => each.tied)
  const others = data.items.filter((each) => !each.tied)
  return (
    <Card title={rumourText.rumour}>
      <ul className="plain-list">
        {tied.map((each) => (
          <li key={each.id} className="line">
            <Link to={`/rumours/${each.id}`}>{each.words}</Link>{' '}
            <DotTag tone={answerTone[each.state]}>{answerWords[each.state]}</DotTag>
            {each.state === 'waiting' && (
              <Button
                size="small"
                type="text"
                loading={untie.isPending && untie.variables === each.id}
                onClick={() => untie.mutate(each.id)}
              >
                {rumourText.untie}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <Select
          style={{ width: '100%' }}
          value={null}
          loading={tie.isPending}
          aria-label={rumourText.tie}
          placeholder={rumourText.tie}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(id: string | null) => id && tie.mutate(id)}
          options={others.map(({ id, words }) => ({ value: id, label: words }))}
        />
      )}
    </Card>
  )
}
