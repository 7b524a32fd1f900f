/** An alert of a weather office as it comes; each part can be another. */
export type AlertParts = {
  identifier?: string
  sender?: string
  sent?: string
  status?: string
  msgType?: string
  references?: string
  language?: string
  severity?: string
  urgency?: string
  certainty?: string
  effective?: string
  expires?: string
  headline?: string
  area?: string
  /** In place of the whole info. */
  info?: string
  encoding?: string
  before?: string
}

/** Around the east village of the small world, and not the west one. */
export const eastPolygon = '28.185,112.377 28.185,112.385 28.195,112.385 28.195,112.377 28.185,112.377'
export const areaXml = (inner: string) => `<area><areaDesc>大成桥一带</areaDesc>${inner}</area>`

export function alertXml(parts: AlertParts = {}): string {
  const info =
    parts.info ??
    `<info><language>${parts.language ?? 'zh-CN'}</language><category>Met</category><event>暴雨</event>
      <responseType>Avoid</responseType><urgency>${parts.urgency ?? 'Immediate'}</urgency>
      <severity>${parts.severity ?? 'Severe'}</severity><certainty>${parts.certainty ?? 'Likely'}</certainty>
      ${parts.effective ? `<effective>${parts.effective}</effective>` : ''}
      ${parts.expires === '' ? '' : `<expires>${parts.expires ?? '2099-06-05T20:00:00+08:00'}</expires>`}
      <senderName>宁乡市气象台</senderName><headline>${parts.headline ?? '暴雨橙色预警（防汛）'}</headline>
      <description>未来6小时，宁乡西部有50～80mm降雨。</description>
      <instruction>低洼处的人请转移到高处。</instruction>
      ${parts.area ?? areaXml(`<polygon>${eastPolygon}</polygon>`)}</info>`
  return `<?xml version="1.0" encoding="${parts.encoding ?? 'UTF-8'}"?>${parts.before ?? ''}
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
  <identifier>${parts.identifier ?? 'NX-20990605-01'}</identifier><sender>${parts.sender ?? 'nx@weather.example'}</sender>
  <sent>${parts.sent ?? '2026-06-05T08:00:00+08:00'}</sent><status>${parts.status ?? 'Actual'}</status>
  <msgType>${parts.msgType ?? 'Alert'}</msgType><scope>Public</scope>
  ${parts.references ? `<references>${parts.references}</references>` : ''}${info}
</alert>`
}
