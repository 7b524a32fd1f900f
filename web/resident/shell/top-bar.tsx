import { chooseLanguage, language } from '../../ui/text/say.ts'
import { shellText } from '../text/shell.ts'
import { chooseLetters, type Letters, useLetters } from './letters.ts'
import { goBack, usePlace } from './place.ts'

const next: Record<Letters, Letters> = { 1: 2, 2: 3, 3: 1 }
const label = { 1: shellText.bigger, 2: shellText.biggest, 3: shellText.smaller }

/** Back, larger letters, the other language: the same on every page. */
export function TopBar() {
  const letters = useLetters()
  const { parts } = usePlace()
  return (
    <header className="top-bar">
      {parts.length > 0 && parts[0] !== 'preview' ? (
        <button type="button" onClick={goBack}>
          ‹ {shellText.back}
        </button>
      ) : (
        <span className="brand">{shellText.product}</span>
      )}
      <span className="fill" />
      <button type="button" onClick={() => chooseLetters(next[letters])}>
        {label[letters]}
      </button>
      <button type="button" lang={language() === 'zh' ? 'en' : 'zh-CN'} onClick={otherLanguage}>
        {shellText.otherLanguage}
      </button>
    </header>
  )
}

const otherLanguage = () => chooseLanguage(language() === 'zh' ? 'en' : 'zh')
