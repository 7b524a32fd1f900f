import { useQuery } from '@tanstack/react-query'
import { listWechatLetters } from '../../api/wechat.ts'
import { letterText } from '../../ui/text/workbench/wechat-letters.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { LetterRow, letterName } from './wechat-letter-row.tsx'

/** Messages of WeChat that could not be handled: each with who sees to it, its bytes, and what became of it. */
export function WechatLettersSection() {
  const query = useQuery({
    queryKey: ['wechat', 'letters'],
    queryFn: listWechatLetters,
    refetchInterval: 60_000,
  })
  return (
    <Loaded query={query}>
      {(letters) => {
        const open = letters.filter(({ settled, replayed }) => !settled && !replayed)
        const others = letters.filter(({ settled, replayed }) => settled || replayed)
        return (
          <>
            <Card title={letterText.title}>
              <p className="quiet gap-below">{open.length > 0 ? letterText.what : letterText.none}</p>
              <ul className="plain-list">
                {open.map((letter) => (
                  <LetterRow key={letter.id} letter={letter} />
                ))}
              </ul>
            </Card>
            {others.length > 0 && (
              <Card title={letterText.done}>
                <ul className="plain-list">
                  {others.map((letter) => (
                    <li key={letter.id} className="line">
                      {letterName(letter)}{' '}
                      <span className="quiet">
                        {letter.settled
                          ? letterText.settledBy(
                              letter.settled.by,
                              momentText(letter.settled.at),
                              letter.settled.reason,
                            )
                          : letterText.trying(letter.replayed!.by, momentText(letter.replayed!.at))}
                      </span>
                    </li>
                  ))}
                </ul>
              </Card>
            )}
          </>
        )
      }}
    </Loaded>
  )
}
