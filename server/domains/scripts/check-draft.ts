import { readVariables } from '../../../contract/script-variables.ts'
import type { NewScriptVersion } from '../../../contract/scripts.ts'
import type { FraudStage, Library } from '../../../contract/vocabulary.ts'
import { invalid } from '../../platform/errors.ts'
import { stationDay } from '../../platform/station-day.ts'

/** The words of a version as they are kept. */
export type Draft = {
  title: string
  body: string
  keywords: string[]
  basis: string
  expiresOn: string
  topic: string
  spoken: string
  stage: FraudStage | null
  sources: string[]
  askedAs: string[]
}

/** The draft with outer space and repeated words gone. Throws `invalid` for what could never be sent. */
export function checkDraft(library: Library, draft: NewScriptVersion, now = new Date()): Draft {
  const fault = faultOf(library, draft, now)
  if (fault) throw invalid(fault)
  return tidyDraft(draft)
}

/** Why a draft could never be sent, as a sentence; null when it could. */
export function faultOf(library: Library, draft: NewScriptVersion, now = new Date()): string | null {
  const { unknown } = readVariables(`${draft.body}\n${draft.spoken ?? ''}`)
  if (unknown.length > 0)
    return `正文里有系统不认识的变量 ${unknown[0]}，发出去会原样显示。请从变量列表里选，或去掉大括号。`
  if (draft.title.trim() === '' || draft.body.trim() === '') return '标题和正文都要填写。'
  if (draft.expiresOn < stationDay(now)) return '有效期已经过了，请选今天或以后的日期。'
  if (draft.stage && library !== 'anti_fraud') return '只有防诈话术分阶段，别的话术库请把阶段留空。'
  return null
}

export function tidyDraft(draft: NewScriptVersion): Draft {
  return {
    title: draft.title.trim(),
    body: draft.body.trim(),
    keywords: tidyWords(draft.keywords),
    basis: draft.basis.trim(),
    expiresOn: draft.expiresOn,
    topic: draft.topic?.trim() ?? '',
    spoken: draft.spoken?.trim() ?? '',
    stage: draft.stage ?? null,
    sources: tidyWords(draft.sources ?? []),
    askedAs: tidyWords(draft.askedAs ?? []),
  }
}

function tidyWords(words: readonly string[]): string[] {
  return [...new Set(words.map((word) => word.trim()))].filter((word) => word !== '')
}
