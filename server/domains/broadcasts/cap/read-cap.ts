import type { CapAlert, CapArea, CapInfo } from '../../../../contract/cap.ts'
import type { XmlElement } from '../../../platform/xml/read-xml.ts'
import { readCircle, readPolygon, readReferences } from './read-written.ts'

/** A valid alert (validateCap) as we keep it. Closed words are taken as they are: the validator has looked at them. */
export function readCap(root: XmlElement): CapAlert {
  const references = textOf(root, 'references')
  return {
    identifier: textOf(root, 'identifier'),
    sender: textOf(root, 'sender'),
    sent: textOf(root, 'sent'),
    status: textOf(root, 'status') as CapAlert['status'],
    msgType: textOf(root, 'msgType') as CapAlert['msgType'],
    source: textOf(root, 'source'),
    scope: textOf(root, 'scope') as CapAlert['scope'],
    restriction: textOf(root, 'restriction'),
    addresses: textOf(root, 'addresses'),
    codes: textsOf(root, 'code'),
    note: textOf(root, 'note'),
    references: references ? readReferences(references)! : [],
    incidents: textOf(root, 'incidents'),
    infos: childrenOf(root, 'info').map(readInfo),
  }
}

function readInfo(info: XmlElement): CapInfo {
  return {
    // The schema's own default, also where nobody would have said so.
    language: textOf(info, 'language') || 'en-US',
    categories: textsOf(info, 'category') as CapInfo['categories'],
    event: textOf(info, 'event'),
    responses: textsOf(info, 'responseType') as CapInfo['responses'],
    urgency: textOf(info, 'urgency') as CapInfo['urgency'],
    severity: textOf(info, 'severity') as CapInfo['severity'],
    certainty: textOf(info, 'certainty') as CapInfo['certainty'],
    audience: textOf(info, 'audience'),
    eventCodes: valuedOf(info, 'eventCode'),
    effective: textOf(info, 'effective'),
    onset: textOf(info, 'onset'),
    expires: textOf(info, 'expires'),
    senderName: textOf(info, 'senderName'),
    headline: textOf(info, 'headline'),
    description: textOf(info, 'description'),
    instruction: textOf(info, 'instruction'),
    web: textOf(info, 'web'),
    contact: textOf(info, 'contact'),
    parameters: valuedOf(info, 'parameter'),
    areas: childrenOf(info, 'area').map(readArea),
  }
}

function readArea(area: XmlElement): CapArea {
  return {
    areaDesc: textOf(area, 'areaDesc'),
    polygons: textsOf(area, 'polygon').map((text) => readPolygon(text) as [number, number][]),
    circles: textsOf(area, 'circle').map((text) => readCircle(text) as CapArea['circles'][number]),
    geocodes: valuedOf(area, 'geocode'),
    altitude: textOf(area, 'altitude'),
    ceiling: textOf(area, 'ceiling'),
  }
}

const childrenOf = (element: XmlElement, name: string) =>
  element.children.filter((child) => child.name === name && child.namespace === element.namespace)
const textsOf = (element: XmlElement, name: string) =>
  childrenOf(element, name).map(({ text }) => text.trim())
const textOf = (element: XmlElement, name: string) => textsOf(element, name)[0] ?? ''
const valuedOf = (element: XmlElement, name: string) =>
  childrenOf(element, name).map((each) => ({
    valueName: textOf(each, 'valueName'),
    value: textOf(each, 'value'),
  }))
