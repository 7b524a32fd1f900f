import type { Tx } from '../../platform/tenancy.ts'
import { membersOfOfficers } from '../officers/wecom/member-views.ts'

/** Whose work account it is. */
export type AccountOfficer = { officerId: string; name: string; confirmed: boolean }
export type AccountOfficers = { get: (account: string) => AccountOfficer | undefined }

/** The officer of each work account, whatever the capitals of its id; an account of nobody we know has none. */
export async function officersOfAccounts(tx: Tx): Promise<AccountOfficers> {
  const bound = [...(await membersOfOfficers(tx)).values()]
  const byAccount = new Map(bound.map((member) => [member.userId.toLowerCase(), member]))
  return { get: (account) => byAccount.get(account.toLowerCase()) }
}
