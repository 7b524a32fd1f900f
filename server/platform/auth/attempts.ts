import { createHmac } from 'node:crypto'
import type { Pool } from '../database/pool.ts'
import { AppError } from '../errors.ts'

/** Tries that cost nothing, then a wait that doubles up to a limit, so that nobody is locked out for good. */
const limits = {
  /** One name from one address: somebody who forgot, or somebody who tries. */
  pair: { free: 5, firstWait: 15 },
  /** One name from anywhere: guesses spread over many addresses. Wider, or a stranger could keep an officer out. */
  name: { free: 20, firstWait: 30 },
  /** Any name from one address. A whole station sits behind one, hence the most. */
  address: { free: 50, firstWait: 60 },
} as const
const longestWait = 900
/** After this without a try the count starts again. */
const memory = '1 hour'

export type Attempt = { keys: Buffer[] }

/**
 * Counts a try before it is made and throws `too_many` when it has to wait: also for names that do not exist, and
 * also when the password would have been right. Tries at the same moment count one after the other, because the
 * row they count in is locked and asked again by whoever waited for it.
 */
export async function takeAttempt(
  pool: Pool,
  secret: string,
  who: { name: string; address: string },
): Promise<Attempt> {
  const name = who.name.trim().toLowerCase()
  const parts = { pair: `${name}\n${who.address}`, name, address: who.address }
  const kinds = Object.keys(limits) as (keyof typeof limits)[]
  const keys = kinds.map((kind) => createHmac('sha256', secret).update(`${kind}\n${parts[kind]}`).digest())
  const { rows } = await pool.query({
    name: 'take-attempt',
    text: `with asked as (select * from unnest($1::bytea[], $2::int[], $3::int[]) as a(key, free, first_wait)),
      waiting as (select extract(epoch from max(t.blocked_until) - now())::float as seconds
        from auth.attempt t where t.key = any($1) and t.blocked_until > now()),
      counted as (
        insert into auth.attempt as t (key, failures) select key, 1 from asked
        where (select seconds from waiting) is null order by key
        on conflict (key) do update set (last_at, failures, blocked_until) = (
          select now(), n.tries, case when n.tries >= a.free then now()
              + make_interval(secs => least($4::int, a.first_wait * 2 ^ least(n.tries - a.free, 20))) end
          from asked a, lateral (select case when t.last_at < now() - interval '${memory}' then 1
            else t.failures + 1 end as tries) n where a.key = t.key)
        where t.blocked_until is null or t.blocked_until <= now()
        returning 1)
      select (select seconds from waiting) as seconds, (select count(*)::int from counted) as counted`,
    values: [
      keys,
      kinds.map((kind) => limits[kind].free),
      kinds.map((kind) => limits[kind].firstWait),
      longestWait,
    ],
  })
  const { seconds, counted } = rows[0] as { seconds: number | null; counted: number }
  if (seconds !== null || counted < keys.length) throw mustWait(seconds ?? limits.pair.firstWait)
  return { keys }
}

/** A try that went well: the name is free again, and the address is given back this one. */
export async function forgiveAttempt(pool: Pool, attempt: Attempt): Promise<void> {
  const [pair, name, address] = attempt.keys
  await pool.query(
    `with freed as (delete from auth.attempt where key in ($1, $2))
     update auth.attempt set failures = failures - 1, blocked_until = null where key = $3`,
    [pair, name, address],
  )
}

function mustWait(seconds: number): AppError {
  const wait = seconds <= 60 ? `${Math.ceil(seconds)} 秒` : `${Math.ceil(seconds / 60)} 分钟`
  return new AppError('too_many', `输错的次数太多了，请 ${wait}后再试。`, {
    retryAfterSeconds: Math.ceil(seconds),
  })
}
