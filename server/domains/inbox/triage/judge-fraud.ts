import { cue } from './guards.ts'
import type { Hearing } from './listen-for-danger.ts'

const past = cue.longAgo | cue.daysAgo
const elsewhere = cue.screen | cue.drill | cue.rumour | cue.hypothesis | cue.prevention
const present = cue.now | cue.justNow | cue.clock | cue.urgentPlace

/**
 * Money that has just gone to a swindler, or is about to: an emergency stop of payment works for hours,
 * not days (script stage C, and B while the victim is at the counter). Returns what was understood.
 */
export function judgeFraud(hearing: Hearing): string | null {
  const { whole } = hearing
  if (whole & elsewhere || whole & (cue.notPaid | cue.over)) return null
  if (!(whole & (cue.scam | cue.draining))) return null
  const justNow = (whole & cue.justNow) !== 0
  if (whole & past && !justNow) return null
  if (whole & cue.aftermath && !justNow) return null
  // 投进去提不出来: weeks old as a rule; only a time of today makes it urgent.
  if (whole & cue.slowSwindle && !(whole & (cue.justNow | cue.clock))) return null
  if (whole & cue.draining) return '卡里的钱可能正在被转走，要马上拦住'
  if (whole & cue.paid) return '钱可能刚转给骗子，要马上止付'
  if (whole & cue.paying && whole & present) return '可能正要把钱转给骗子，要马上拦住'
  if (whole & cue.robbed && namesMoney(hearing)) return '可能刚被骗了钱，要马上问清、止付'
  return null
}

const money = new Set([...'万千百块元'].map((letter) => letter.charCodeAt(0)))

function namesMoney({ letters }: Hearing): boolean {
  for (let at = 0; at < letters.length; at += 1) {
    const code = letters.codes[at]!
    if (money.has(code) || (code >= 0x30 && code <= 0x39)) return true
  }
  return false
}
