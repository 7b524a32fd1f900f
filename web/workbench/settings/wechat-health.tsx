import { Link } from 'react-router'
import type { WechatStatus } from '../../api/wechat.ts'
import { healthText } from '../../ui/text/workbench/wechat-setup.ts'
import { durationText } from '../../ui/time.ts'
import { useNow } from '../../ui/use-now.ts'
import { useMay } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'

type Line = { label: string; words: string; bad?: boolean }

/** The self-test comes every minute, the sweep every five: what is older than this stands still. */
const canaryMs = 150_000
const sweepMs = 900_000

/** The channel's health in words; what is not well is red. */
export function WechatHealth({ status }: { status: WechatStatus }) {
  const now = useNow()
  const may = useMay()
  const lines = linesOf(status, now)
  return (
    <Card title={healthText.title}>
      <dl className="health">
        {lines.map(({ label, words, bad }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={bad ? 'field-error' : ''}>
              {words}
              {label === healthText.letters && status.letters.open > 0 && may('conversations.read') && (
                <>
                  {' '}
                  <Link to="/settings/wechat-letters">{healthText.look}</Link>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

function linesOf(status: WechatStatus, now: number): Line[] {
  const age = (at: string | null) => (at ? now - Date.parse(at) : Infinity)
  const ago = (at: string) => healthText.ago(durationText(Math.max(0, age(at))))
  const said = (at: string | null, words: (ago: string) => string) => (at ? words(ago(at)) : healthText.never)
  const granted = status.accounts.filter((account) => account.granted)
  const heard =
    granted
      .map(({ lastMessageAt }) => lastMessageAt ?? '')
      .toSorted()
      .at(-1) || null
  const pulled = granted.map(({ pulledAt }) => pulledAt ?? '').toSorted()[0] || null
  const refused = Boolean(status.tokenRefusal) && age(status.tokenRefusedAt) < age(status.tokenAt)
  const failing = granted.find(({ failure }) => failure)
  const late = age(pulled) > sweepMs
  const { calls, lines, letters } = status
  const trouble =
    calls.refused + calls.throttled > 0 ? healthText.callTrouble(calls.refused, calls.throttled) : ''
  return [
    { label: healthText.lastMessage, words: said(heard, (at) => at) },
    {
      label: healthText.canary,
      words: said(status.canaryAt, healthText.passed),
      bad: Boolean(status.callbackSetAt) && age(status.canaryAt) > canaryMs,
    },
    {
      label: healthText.pulled,
      words: failing?.failure ?? said(pulled, late ? healthText.behind : healthText.upTo),
      bad: Boolean(failing) || (granted.length > 0 && late),
    },
    {
      label: healthText.callback,
      words: said(
        status.signedWith ? status.verifiedAt : null,
        status.signedWith === 'old' ? healthText.signedOld : healthText.signed,
      ),
      bad: status.signedWith === 'old',
    },
    {
      label: healthText.token,
      words: refused
        ? said(status.tokenRefusedAt, (at) => healthText.tokenBad(at, status.tokenRefusal!))
        : said(status.tokenAt, healthText.tokenGood),
      bad: refused,
    },
    {
      label: healthText.calls,
      words: healthText.callCount(calls.hour, calls.day, calls.mostAnHour) + trouble,
      bad: calls.throttled > 0,
    },
    { label: healthText.lines, words: healthText.lineCount(lines.open, lines.scarce, lines.stopped) },
    {
      label: healthText.letters,
      words: healthText.letterCount(letters.open, letters.unowned),
      bad: letters.open > 0,
    },
    ...counted(status),
    ...told(status, ago),
  ]
}

/** What is said of in words, a part for each. */
function told({ greetings, stopped, rejected }: WechatStatus, ago: (at: string) => string): Line[] {
  const all = (parts: string[]) => (parts.length > 0 ? parts.join('；') : healthText.none)
  return [
    {
      label: healthText.greetings,
      words: all(greetings.map(({ count, why }) => healthText.greetingCount(count, why))),
      bad: greetings.length > 0,
    },
    {
      label: healthText.stopped,
      words: all(
        stopped.map(({ who, account, since, forAWhile }) =>
          healthText.stoppedOne(who, account, ago(since), forAWhile),
        ),
      ),
    },
    {
      label: healthText.rejected,
      words: all(rejected.map(({ who, account, count }) => healthText.rejectedOne(who, account, count))),
      bad: rejected.length > 0,
    },
  ]
}

const counted = ({ unhandled, waitingAnswers, phoneTasks, failedNotices }: WechatStatus): Line[] => [
  { label: healthText.unhandled, words: String(unhandled) },
  { label: healthText.waitingAnswers, words: String(waitingAnswers) },
  { label: healthText.phoneTasks, words: String(phoneTasks), bad: phoneTasks > 0 },
  { label: healthText.failedNotices, words: String(failedNotices), bad: failedNotices > 0 },
]
