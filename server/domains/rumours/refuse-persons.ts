import { findPersonTrace, type PersonTrace } from '../../../contract/rumour-words.ts'
import { invalid } from '../../platform/errors.ts'

const names: Record<PersonTrace['kind'], string> = {
  mobile: '像手机号',
  landline: '像电话号码',
  identity: '像身份证号',
  account: '像微信、QQ 等账号',
  name: '像在说某个人',
}

/** Throws `invalid` when the words lead to a person: who said a rumour, or is in it, is not written down here. */
export function refusePersons(texts: string[], options: { landlines?: boolean } = {}): void {
  for (const text of texts) {
    const trace = findPersonTrace(text, options)
    // The words are not said again: an answer is kept with its request's key.
    if (trace)
      throw invalid(`辟谣台不记人：文字里有一处${names[trace.kind]}，请去掉再保存。`, { kind: trace.kind })
  }
}
