/** Why a callback, or the text inside it, is not taken. The code is for logs and counters, never the bytes. */
export type RefusalCode =
  | 'bad_signature'
  | 'bad_key'
  | 'bad_base64'
  | 'bad_block'
  | 'bad_padding'
  | 'bad_length'
  | 'bad_receive_id'
  | 'bad_query'
  | 'bad_envelope'
  | 'bad_xml'
  | 'bad_json'
  | 'stale'
  | 'too_large'

export class CallbackRefusal extends Error {
  readonly code: RefusalCode

  constructor(code: RefusalCode, detail: string) {
    super(`${code}: ${detail}`)
    this.name = 'CallbackRefusal'
    this.code = code
  }
}
