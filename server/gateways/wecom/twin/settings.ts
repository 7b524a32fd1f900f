import type { AppSettings, MemberSettings } from './corporation/app.ts'
import { demoApp, demoMembers } from './corporation/demo-corporation.ts'

/** U in a comment: public sources do not settle it; the value is a guess to be tried with a real corporation. */
export type TwinSettings = typeof defaults
export type TwinOptions = { [Part in keyof TwinSettings]?: Partial<TwinSettings[Part]> }

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const defaults = {
  http: {
    host: '127.0.0.1',
    port: 0,
    /** E27: the government edition stands under another host, maybe under another path. */
    pathPrefix: '',
    /** What links in answers begin with; null: where the twin listens. */
    publicUrl: null as string | null,
  },
  /** startAt in milliseconds; null: now. A standing clock moves by control.clock.advance alone. */
  clock: { startAt: null as number | null, running: true },
  corporation: {
    corpId: 'wwEMU0000000000001',
    apps: [demoApp] as AppSettings[],
    members: demoMembers as MemberSettings[],
    /** E5. null: every address may call. */
    trustedIps: null as string[] | null,
    trustedIpsApplyAfterMs: minute,
  },
  answers: {
    seed: 1,
    /** E1: other words for every errmsg. */
    varyWording: true,
    /** E25: share of answers with an odd errmsg, an unknown field, a number as text or an optional field left out. */
    variants: 0.2,
    /** U: code for a GET where a POST is due, and the other way round. */
    wrongMethodCode: 40058,
    /** U: code for a cursor of another list, or one that was never given. */
    badCursorCode: 40058,
    /** E7: "" in an optional field of a kf call. */
    refuseEmptyTexts: true,
  },
  tokens: {
    lifeMs: 2 * hour,
    /** U: false gives the same token again, true a new one that kills the old. */
    rotateOnEveryGet: false,
    wrongSecretsPerHour: 2000,
  },
  /** E6. Calls a window; the block lasts as long as the window that overflowed. */
  rates: {
    corporationMinute: 10_000,
    corporationHour: 150_000,
    addressMinute: 20_000,
    addressHour: 600_000,
    parallelLists: 5,
    /** Real milliseconds a list call takes, so that two can be under way together. */
    listTakesMs: 0,
    getTokenMinute: 10_000,
  },
  /** Seeded shares of calls that go wrong; control.faults.next puts single ones in. */
  faults: {
    busy: 0,
    status5xx: 0,
    reset: 0,
    loseAnswer: 0,
    hang: 0,
    hangMs: 30_000,
    latencyMs: [0, 0] as [number, number],
  },
  callbacks: {
    /** Real milliseconds. */
    verifyDeadlineMs: 1000,
    deadlineMs: 5000,
    tries: 3,
    /** U: how long the second and third try wait. */
    retryAfterMs: [1000, 5000],
    /** U: whether a retry carries the nonce and timestamp of the first try. */
    retrySeal: 'same' as 'same' | 'new',
    /** Of the query's timestamp. A receiver that checks freshness has a clock of its own and not the twin's. */
    timestamp: 'real' as 'real' | 'twin',
    /** Share of events with a space where none is needed, a missing CDATA or an element nobody knows: all seen. */
    xmlVariants: 0.2,
    duplicate: 0,
    reorder: 0,
    drop: 0,
    delayMs: [0, 0] as [number, number],
    /** How many attempts control.callbacks.deliveries remembers. */
    remembered: 2000,
  },
  kf: {
    retentionMs: 3 * day,
    tokenLifeMs: 10 * minute,
    /** U: whether a token of one account's callback opens another account. */
    tokenScope: 'account' as 'account' | 'corporation',
    /** U: one call each so many milliseconds without a token. */
    tokenlessEveryMs: 3000,
    shortPages: 0.1,
    emptyPages: 0.05,
    /** U: what a cursor older than the retention does. */
    staleCursor: 'oldest' as 'oldest' | 'refuse',
    /** One callback for the messages of so long a time. 0: one callback each. */
    coalesceMs: 0,
    windowMs: 48 * hour,
    repliesPerMessage: 5,
    /** U: whether a tap on a menu counts as a message of the customer. */
    menuClickRenews: true,
    /** U: order of the checks of send_msg after its parameters. */
    checkOrder: ['state', 'time', 'count'] as ('state' | 'time' | 'count')[],
    /** U: 95002 or 95018 once the 48 hours are over. */
    lateCode: 95002,
    /** U: code for a msgid the account has had already. */
    repeatedMsgidCode: 40058,
    /** U: code for a welcome, queue, take-over or closing code that is unknown, used or too old. */
    badEventCode: 40029,
    /** Certain ones only; U: 0→1, 0→4, 1→4, 2→4. */
    transitions: { 0: [2, 3], 1: [2, 3], 2: [3], 3: [3, 4], 4: [] } as Record<number, number[]>,
    shortCodeMs: 20_000,
    /** A native welcome of the admin page: then no welcome_code comes. */
    nativeWelcome: false,
    /** How long after acceptance a chosen failure is told. */
    failAfterMs: 1000,
    /** U: customers of the last 48 hours only. */
    batchGetRecentOnly: false,
    /** U: whether the list names accounts that are not granted, as its manage_privilege suggests. */
    listUngranted: true,
    accountsMost: 5000,
    servicersMost: 2000,
  },
  media: {
    lifeMs: 3 * day,
    /** U: fetches of one id an hour before 45033. */
    fetchesPerHour: 1000,
  },
  contacts: {
    welcomeCodeMs: 20_000,
    nativeWelcome: false,
    transferAfterMs: day,
    transfersPer90Days: 2,
    tagsMost: 3000,
    /** U: list of a member without contacts: 84061, or an empty list. */
    emptyListRefused: true,
  },
  groups: {
    staleMs: 2000,
    /** Both forms of MemChangeList are seen. */
    memberListForm: 'items' as 'items' | 'commas',
    transfersPer90Days: 2,
    membersMost: 500,
  },
  broadcasts: {
    /** E20, the admin's choice. */
    cap: 'days_of_month' as 'days_of_month' | '7_a_week' | '1_a_day',
    dispatchMs: 3000,
    remindersPerDay: 3,
  },
  moments: { startMs: 1000, runMs: 3000, creationsPerMinute: 10, jobLifeMs: day },
  messages: {
    perMemberMinute: 30,
    perMemberHour: 1000,
    recallMs: day,
    responseCodeMs: day,
    /** U: whether who gets a message is looked at before whether the application may send at all. */
    targetsFirst: false,
  },
  login: { codeMs: 5 * minute, ticketMs: 30 * minute },
}

export function readSettings(options: TwinOptions = {}): TwinSettings {
  const parts = Object.entries(structuredClone(defaults)).map(([part, values]) => [
    part,
    { ...values, ...options[part as keyof TwinSettings] },
  ])
  return Object.fromEntries(parts)
}
