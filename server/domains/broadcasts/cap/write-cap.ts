import type { CapAlert, CapArea, CapInfo } from '../../../../contract/cap.ts'
import { writeXmlText } from '../../../platform/xml/xml-text.ts'
import { capNamespace } from './cap-schema.ts'

/** An element's text, its parts, or nothing: what is empty is left out. */
type Written = [name: string, value: string | Written[]]

/** The alert as CAP 1.2 XML in UTF-8, its elements in the order of the schema. */
export function writeCap(alert: CapAlert): string {
  const parts: Written[] = [
    ['identifier', alert.identifier],
    ['sender', alert.sender],
    ['sent', alert.sent],
    ['status', alert.status],
    ['msgType', alert.msgType],
    ['source', alert.source],
    ['scope', alert.scope],
    ['restriction', alert.restriction],
    ['addresses', alert.addresses],
    ...alert.codes.map((code): Written => ['code', code]),
    ['note', alert.note],
    [
      'references',
      alert.references.map(({ sender, identifier, sent }) => `${sender},${identifier},${sent}`).join(' '),
    ],
    ['incidents', alert.incidents],
    ...alert.infos.map((info): Written => ['info', infoParts(info)]),
  ]
  const body = parts.map((part) => line(part, 1)).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<alert xmlns="${capNamespace}">\n${body}</alert>\n`
}

function infoParts(info: CapInfo): Written[] {
  return [
    ['language', info.language],
    ...info.categories.map((category): Written => ['category', category]),
    ['event', info.event],
    ...info.responses.map((response): Written => ['responseType', response]),
    ['urgency', info.urgency],
    ['severity', info.severity],
    ['certainty', info.certainty],
    ['audience', info.audience],
    ...info.eventCodes.map((code): Written => ['eventCode', valuedParts(code)]),
    ['effective', info.effective],
    ['onset', info.onset],
    ['expires', info.expires],
    ['senderName', info.senderName],
    ['headline', info.headline],
    ['description', info.description],
    ['instruction', info.instruction],
    ['web', info.web],
    ['contact', info.contact],
    ...info.parameters.map((parameter): Written => ['parameter', valuedParts(parameter)]),
    ...info.areas.map((area): Written => ['area', areaParts(area)]),
  ]
}

function areaParts(area: CapArea): Written[] {
  return [
    ['areaDesc', area.areaDesc],
    ...area.polygons.map((points): Written => ['polygon', points.map(pointText).join(' ')]),
    ...area.circles.map(
      ({ latitude, longitude, radiusKm }): Written => [
        'circle',
        `${pointText([latitude, longitude])} ${numberText(radiusKm)}`,
      ],
    ),
    ...area.geocodes.map((code): Written => ['geocode', valuedParts(code)]),
    ['altitude', area.altitude],
    ['ceiling', area.ceiling],
  ]
}

const valuedParts = ({ valueName, value }: { valueName: string; value: string }): Written[] => [
  ['valueName', valueName],
  ['value', value],
]
const pointText = (point: readonly number[]) => point.map(numberText).join(',')
/** Never 1e-7, which is no number of CAP's; a tenth of a metre is enough. */
const numberText = (value: number) => value.toFixed(6).replace(/\.?0+$/, '')

function line([name, value]: Written, depth: number): string {
  // The one element that means something without a text.
  if (value === '' && name !== 'value') return ''
  const indent = '  '.repeat(depth)
  if (typeof value === 'string') return `${indent}<${name}>${writeXmlText(value)}</${name}>\n`
  return `${indent}<${name}>\n${value.map((part) => line(part, depth + 1)).join('')}${indent}</${name}>\n`
}
