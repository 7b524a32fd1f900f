import { settingsText } from '../../ui/text/workbench/settings.ts'

/** The first that is found names it: most browsers also claim to be those below them. */
const browsers: [RegExp, string][] = [
  [/MicroMessenger/, '微信'],
  [/QQBrowser|QBCore/, 'QQ 浏览器'],
  [/HuaweiBrowser/, '华为浏览器'],
  [/MiuiBrowser/, '小米浏览器'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, '鸿蒙'],
  [/Android/, '安卓'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'macOS'],
  [/Kylin|UOS|Linux/, 'Linux'],
]

/** What a browser says of itself, in words by which one knows one's own device again. */
export function deviceName(userAgent: string): string {
  const nameIn = (list: [RegExp, string][]) => list.find(([sign]) => sign.test(userAgent))?.[1]
  const parts = [nameIn(browsers), nameIn(systems)].filter(Boolean)
  return parts.length > 0 ? parts.join(' · ') : settingsText.otherDevice
}
