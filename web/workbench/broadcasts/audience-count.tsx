import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { LeftOutReason } from '../../../contract/vocabulary.ts'
import { type AudienceCount, type BroadcastContent, countAudience } from '../../api/broadcasts.ts'
import { broadcastText, capWords, channelWords, reasonWords } from '../../ui/text/workbench/broadcasts.ts'
import { Card } from '../ui/card.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { useDebounced } from '../ui/use-debounced.ts'
import { LeftOutDialog } from './left-out-dialog.tsx'

type Asked = Pick<BroadcastContent, 'channels' | 'audience'> & { aboutId: string | null }

/** How many it would reach now. A moment after the last choice, so that a row of taps is one question. */
export function useAudienceCount(asked: Asked) {
  const settled = useDebounced(JSON.stringify(asked), 250)
  return useQuery({
    queryKey: ['broadcast-audience', settled],
    queryFn: ({ signal }) => countAudience(JSON.parse(settled), signal),
    enabled: asked.channels.length > 0,
    placeholderData: (before) => before,
    retry: false,
    staleTime: 20_000,
  })
}

const numbers = new Intl.NumberFormat('zh-CN')
export const many = (count: number) => numbers.format(count)

/** How many in a channel, in its own words. */
export function reachText(channel: AudienceCount['channels'][number], groupMembers: number): string {
  if (channel.channel === 'groups') return broadcastText.chats(many(channel.targets), many(groupMembers))
  if (channel.channel === 'contacts' || channel.channel === 'moments')
    return broadcastText.people(many(channel.targets))
  return broadcastText.villageCount(many(channel.targets))
}

/** How many it reaches, how many are left out and why, and what WeCom still lets through. */
export function AudienceCard(props: { asked: Asked; id: string | null }) {
  const query = useAudienceCount(props.asked)
  return (
    <Card title={broadcastText.count}>
      {props.asked.channels.length === 0 ? (
        <p className="quiet">{broadcastText.nothingChosen}</p>
      ) : (
        <Loaded query={query} rows={3}>
          {(count) => <Counts count={count} id={props.id} />}
        </Loaded>
      )}
    </Card>
  )
}

function Counts({ count, id }: { count: AudienceCount; id: string | null }) {
  const [shown, setShown] = useState<{ channel: 'contacts' | 'groups'; reason: LeftOutReason } | null>(null)
  const { households, quota } = count
  const wechat = count.channels.some(({ accounts }) => accounts > 0)
  return (
    <>
      <ul className="plain-list">
        {count.channels.map((each) => (
          <li key={each.channel} className="line">
            <div className="spread">
              <span>{channelWords[each.channel]}</span>
              <b>{reachText(each, count.groupMembers)}</b>
            </div>
            {each.accounts > 0 && <div className="quiet">{broadcastText.accounts(each.accounts)}</div>}
            {each.leftOut.map(({ reason, count: left }) => (
              <div key={reason} className="quiet spread">
                <span>
                  {broadcastText.leftOut(many(left))}：{reasonWords[reason]}
                </span>
                {id && (each.channel === 'contacts' || each.channel === 'groups') && (
                  <Button
                    type="link"
                    size="small"
                    onClick={() => setShown({ channel: each.channel as 'contacts' | 'groups', reason })}
                  >
                    {broadcastText.who}
                  </Button>
                )}
              </div>
            ))}
          </li>
        ))}
      </ul>
      {households.reached > 0 && (
        <p className="quiet">{broadcastText.households(many(households.reached), many(households.all))}</p>
      )}
      {count.unreachable > 0 && <p>{broadcastText.unreachable(many(count.unreachable))}</p>}
      {wechat && <p className="quiet">{broadcastText.quota(capWords[quota.cap], quota.most, quota.left)}</p>}
      {shown && id && <LeftOutDialog id={id} {...shown} onClose={() => setShown(null)} />}
    </>
  )
}
