import { zip } from 'fflate'
import { asPlainText } from '../csv.ts'

export type MarkedSheet = {
  name: string
  /** Said in the first row, in the foot of every printed page and in the properties of the file. */
  mark: string
  author: string
  madeAt: Date
  head: readonly string[]
  rows: readonly (readonly string[])[]
  widths: readonly number[]
}

/**
 * One sheet of texts as .xlsx that says everywhere where it comes from. All cells are texts: nothing is run as a formula.
 * Written by hand (ECMA-376 part 1, inline strings), since the package for plain sheets knows neither foot nor properties.
 */
export function writeMarkedWorkbook(sheet: MarkedSheet): Promise<Buffer> {
  const files = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations([
      ['officeDocument', 'xl/workbook.xml'],
      ['extended-properties', 'docProps/app.xml'],
      ['core', 'docProps/core.xml'],
    ]),
    'docProps/core.xml': core(sheet),
    'docProps/app.xml': `${head}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>连心桥</Application><Company>${xmlOf(sheet.author)}</Company></Properties>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${xmlOf(sheet.name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles,
    'xl/worksheets/sheet1.xml': worksheet(sheet),
  }
  const bytes = Object.fromEntries(
    Object.entries(files).map(([name, xml]) => [name, Buffer.from(xml, 'utf8')]),
  )
  return new Promise((done, failed) =>
    zip(bytes, { level: 6 }, (error, data) => (error ? failed(error) : done(Buffer.from(data)))),
  )
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const core_ = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties'

const contentTypes = `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>`

/** Style 0 is a text, 1 a bold one. */
const styles = `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`

function relations(parts: [string, string][]): string {
  const all = parts.map(
    ([kind, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${kind === 'core' ? core_ : `${office}/${kind}`}" Target="${target}"/>`,
  )
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
}

function core({ name, mark, author, madeAt }: MarkedSheet): string {
  return `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlOf(name)}</dc:title><dc:creator>${xmlOf(author)}</dc:creator><dc:description>${xmlOf(mark)}</dc:description><cp:keywords>${xmlOf(mark)}</cp:keywords><dcterms:created xsi:type="dcterms:W3CDTF">${madeAt.toISOString()}</dcterms:created></cp:coreProperties>`
}

/** A foot holds 255 signs at most; & begins a code in it. */
const foot = (mark: string) => xmlOf(`&L${mark.replaceAll('&', '＆').slice(0, 230)}&R&P/&N`)

function worksheet(sheet: MarkedSheet): string {
  const rows = [
    rowOf(1, [sheet.mark], 1),
    rowOf(2, sheet.head, 1),
    ...sheet.rows.map((cells, at) => rowOf(at + 3, cells, 0)),
  ]
  const columns = sheet.widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData><headerFooter><oddFooter>${foot(sheet.mark)}</oddFooter></headerFooter></worksheet>`
}

function rowOf(number: number, cells: readonly string[], style: number): string {
  const inside = cells.map((text, at) =>
    text === ''
      ? ''
      : `<c r="${letters(at)}${number}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlOf(asPlainText(text))}</t></is></c>`,
  )
  return `<row r="${number}">${inside.join('')}</row>`
}

function letters(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : letters(Math.floor(at / 26) - 1) + letters(at % 26)
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** What XML 1.0 cannot hold. */
const unfit =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const xmlOf = (text: string) => text.replace(unfit, '').replace(/[&<>"]/g, (sign) => signs[sign]!)
