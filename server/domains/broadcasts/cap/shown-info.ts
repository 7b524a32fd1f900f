import type { CapAlert } from '../../../../contract/cap.ts'

/** The place of the info that people here read: simplified Chinese, any Chinese, then whatever comes first. */
export function shownInfo({ infos }: CapAlert): number {
  const languages = infos.map(({ language }) => language.toLowerCase())
  const wanted = [
    (language: string) => ['zh-cn', 'zh-hans', 'zh-hans-cn'].includes(language),
    (language: string) => language === 'zh' || language.startsWith('zh-'),
  ]
  for (const is of wanted) {
    const at = languages.findIndex(is)
    if (at !== -1) return at
  }
  // Written in Chinese without saying so: the schema's default language is another.
  const chinese = infos.findIndex(({ headline, description }) =>
    /\p{Script=Han}/u.test(headline + description),
  )
  return Math.max(0, chinese)
}
