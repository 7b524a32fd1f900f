import { offices } from '../../../contract/vocabulary.ts'
import type { Conversation } from '../../api/inbox.ts'
import type { Office } from '../../api/office-referrals.ts'
import { keep, readKept } from '../../ui/kept.ts'
import { officeDuties, referralText } from '../../ui/text/workbench/referrals.ts'

const keptName = 'referral.lately'
const mostKept = 4
const all = Object.keys(offices) as Office[]

/** Whom this officer hands to comes back: remembered on her device. */
export const keepOffice = (office: Office) =>
  keep(
    keptName,
    [office, ...readKept<Office[]>(keptName, []).filter((each) => each !== office)].slice(0, mostKept),
  )

/** The offices the machine read in a matter: its main subject's and those of what else it asks. */
export function readOffices({ conversation, reading }: Conversation): Office[] {
  const further = (reading?.reasons ?? []).flatMap(({ office }) => office ?? [])
  return [...new Set([...(conversation.office ? [conversation.office] : []), ...further])]
}

/** Those that were read first, then those of late, then the others; each with its number. */
export function officeOptions(likely: Office[]) {
  const lately = readKept<Office[]>(keptName, []).filter((each) => each in offices && !likely.includes(each))
  const others = all.filter((each) => !likely.includes(each) && !lately.includes(each))
  const group = (label: string, codes: Office[]) => ({
    label,
    options: codes.map((code) => ({
      value: code,
      label: `${offices[code].name} ${offices[code].phone}`,
    })),
  })
  return [
    group(referralText.likely, likely),
    group(referralText.lately, lately),
    group(referralText.others, others),
  ].filter(({ options }) => options.length > 0)
}

/** By name, number or what it sees to: 残疾证 finds the office. Groups have no value and go with what is in them. */
export function fitsOffice(typed: string, option?: { label?: unknown; value?: unknown }): boolean {
  const duty = officeDuties[option?.value as Office] ?? ''
  return duty !== '' && `${option?.label} ${duty}`.includes(typed.trim())
}
