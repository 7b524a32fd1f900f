/** Why a text is not read as XML. The detail says what and where, never what stood there. */
export class XmlRefusal extends Error {
  readonly code: 'bad_xml' | 'too_large'

  constructor(code: XmlRefusal['code'], detail: string) {
    super(`${code}: ${detail}`)
    this.name = 'XmlRefusal'
    this.code = code
  }
}
