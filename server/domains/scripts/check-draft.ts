import type { NewScriptVersion } from '../../../contract/scripts.ts'
import { invalid } from '../../platform/errors.ts'
import { stationDay } from '../../platform/station-day.ts'
import { readVariables } from './rules.ts'

/** The draft with outer space and repeated keywords gone. Throws `invalid` for what could never be sent. */
export function checkDraft(draft: NewScriptVersion, now = new Date()): NewScriptVersion {
  const { unknown } = readVariables(draft.body)
  if (unknown.length > 0) {
    throw invalid(
      `正文里有系统不认识的变量 ${unknown[0]}，发出去会原样显示。请从变量列表里选，或去掉大括号。`,
    )
  }
  const title = draft.title.trim()
  const body = draft.body.trim()
  if (title === '' || body === '') throw invalid('标题和正文都要填写。')
  if (draft.expiresOn < stationDay(now)) throw invalid('有效期已经过了，请选今天或以后的日期。')
  const keywords = [...new Set(draft.keywords.map((word) => word.trim()))].filter((word) => word !== '')
  return { title, body, keywords, basis: draft.basis.trim(), expiresOn: draft.expiresOn }
}
