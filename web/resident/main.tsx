import '../ui/old-phones.ts'
import { createRoot } from 'react-dom/client'
import './resident.css'
import { bringChineseFont } from '../ui/chinese-font.ts'
import { language } from '../ui/text/say.ts'
import { App } from './app.tsx'
import { BrokenPage } from './shell/broken-page.tsx'
import { showLetters } from './shell/letters.ts'

document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en'
showLetters()
const place = document.getElementById('resident')
if (place) {
  const root = createRoot(place, {
    // The page that broke is gone by now; what was typed is kept on the phone.
    onUncaughtError: (error) => {
      console.error(error)
      setTimeout(() => root.render(<BrokenPage />))
    },
  })
  root.render(<App />)
}
bringChineseFont()
