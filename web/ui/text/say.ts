/** What is shown: Chinese unless the person chose English on this device. */
export type Language = 'zh' | 'en'

const storedName = 'language'

export function language(): Language {
  try {
    return localStorage.getItem(storedName) === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}

/** The page is loaded afresh: texts are chosen once, when it starts. */
export function chooseLanguage(chosen: Language): void {
  localStorage.setItem(storedName, chosen)
  location.reload()
}

type Sentence = string | ((...values: never[]) => string)
/** Chinese, which is the source, and English beside it with the same places to fill. */
type Pair<S extends Sentence = Sentence> = readonly [S, S]
type Said<T> = T extends readonly [infer S, unknown] ? (S extends string ? string : S) : never

/** A part of the catalogue in the language of this page. A key without English does not compile. */
export function say<const T extends Record<string, Pair>>(pairs: T): { [K in keyof T]: Said<T[K]> } {
  const index = language() === 'zh' ? 0 : 1
  return Object.fromEntries(Object.entries(pairs).map(([key, pair]) => [key, pair[index]])) as never
}

/** The words of one closed list of the vocabulary; a word without a translation does not compile. */
export function words<Word extends string>() {
  return (pairs: Record<Word, readonly [string, string]>): Record<Word, string> => say(pairs) as never
}
