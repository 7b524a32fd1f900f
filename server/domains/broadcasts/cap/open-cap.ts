import type { CapAlert } from '../../../../contract/cap.ts'
import { AppError, invalid } from '../../../platform/errors.ts'
import { decodeXml } from '../../../platform/xml/decode-xml.ts'
import { readXml } from '../../../platform/xml/read-xml.ts'
import { XmlRefusal } from '../../../platform/xml/xml-refusal.ts'
import { readCap } from './read-cap.ts'
import { mostPoints } from './read-written.ts'
import { validateCap } from './validate-cap.ts'

const maxDepth = 12
const maxElements = 20_000

/** An alert from the bytes of a file, valid by the rules of CAP 1.2. Throws what a person can be shown. */
export function openCap(bytes: Uint8Array, maxBytes: number): CapAlert {
  if (bytes.length > maxBytes)
    throw new AppError('too_large', `这个文件太大了，预警报文最大${maxBytes / 1024}千字节。`)
  const root = readRoot(bytes)
  const faults = validateCap(root)
  if (faults.length > 0) {
    const said = faults.slice(0, 3).map(({ message }) => message)
    const more = faults.length > 3 ? `等${faults.length}处` : ''
    throw invalid(`报文不合格，没有收下：${said.join('；')}${more}。请让发来的单位改好再发。`, { faults })
  }
  const alert = readCap(root)
  const points = alert.infos.flatMap(({ areas }) => areas.flatMap(({ polygons }) => polygons.flat())).length
  if (points > mostPoints) throw invalid(`报文里的点太多了，一共最多${mostPoints}个。`)
  if (['Update', 'Cancel'].includes(alert.msgType) && alert.references.length === 0)
    throw invalid('报文不合格，没有收下：更新和取消要写明“引用”的是哪一条。')
  if (['Alert', 'Update'].includes(alert.msgType) && alert.infos.length === 0)
    throw invalid('报文不合格，没有收下：缺少“信息”，没有说发生了什么。')
  return alert
}

function readRoot(bytes: Uint8Array) {
  try {
    const { text } = decodeXml(bytes)
    return readXml(text, { maxBytes: 4 * bytes.length + 4, maxDepth, full: true, maxElements })
  } catch (error) {
    if (error instanceof XmlRefusal)
      throw invalid('读不出这个文件：它不是完整的报文，或者里面有不允许的写法。请原样保存后再传一次。')
    throw error
  }
}
