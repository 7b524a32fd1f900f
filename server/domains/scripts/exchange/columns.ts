import { type FraudStage, fraudStages, type Library, libraries } from '../../../../contract/vocabulary.ts'

/** A script as a file has it; everything is text until it is checked. */
export type FileScript = {
  code: string
  library: string
  topic: string
  title: string
  body: string
  spoken: string
  keywords: string[]
  stage: string
  basis: string
  sources: string[]
  askedAs: string[]
  expiresOn: string
  auxiliaryMay: string
  villages: string[]
  /** By hash. Undefined where the form has no place for them: then they stay as they are. */
  files?: { sha256: string; alt: string }[]
}

/** The headers of the spreadsheet, in order; lists are written one after another. */
export const columns: {
  key: Exclude<keyof FileScript, 'files'>
  header: string
  width: number
  separator?: string
}[] = [
  { key: 'code', header: '编号', width: 8 },
  { key: 'library', header: '话术库', width: 12 },
  { key: 'topic', header: '小类', width: 14 },
  { key: 'title', header: '标题', width: 24 },
  { key: 'body', header: '正文', width: 70 },
  { key: 'spoken', header: '口语短版', width: 40 },
  { key: 'keywords', header: '关键词', width: 30, separator: '、' },
  { key: 'stage', header: '被骗的阶段', width: 12 },
  { key: 'basis', header: '依据', width: 36 },
  { key: 'sources', header: '来源', width: 36, separator: '\n' },
  { key: 'askedAs', header: '居民怎么问', width: 40, separator: '\n' },
  { key: 'expiresOn', header: '有效期', width: 12 },
  { key: 'auxiliaryMay', header: '辅警可发', width: 10 },
  { key: 'villages', header: '适用的村', width: 20, separator: '、' },
]

export const libraryNames: Record<Library, string> = {
  anti_fraud: '反诈防诈',
  mediation: '矛盾调解',
  business: '业务咨询',
  safety: '安全提示',
  public_information: '辟谣回应',
}

export const stageNames: Record<FraudStage, string> = {
  contacted: '刚接触',
  about_to_pay: '正要转钱',
  just_paid: '刚转了钱',
  paid_long_ago: '转了很久',
}

/** How people shorten the names of the libraries. */
const shortNames: Record<Library, readonly string[]> = {
  anti_fraud: ['防诈', '反诈'],
  mediation: ['调解'],
  business: ['业务'],
  safety: ['安全'],
  public_information: ['辟谣', '舆情', '舆情回应', '舆情辟谣'],
}

/** By its Chinese name, whole or short as a person types it, or by its identifier. */
export const libraryOf = (text: string): Library | undefined =>
  libraries.find((key) => key === text || libraryNames[key] === text || shortNames[key].includes(text))
export const stageOf = (text: string): FraudStage | undefined =>
  fraudStages.find((key) => key === text || stageNames[key] === text)
