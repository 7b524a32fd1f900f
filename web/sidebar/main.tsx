import '../ui/old-phones.ts'
import { createRoot } from 'react-dom/client'
import './sidebar.css'
import { bringChineseFont } from '../ui/chinese-font.ts'
import { language } from '../ui/text/say.ts'
import { App } from './app.tsx'
import { showLetters } from './shell/letters.ts'

document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en'
showLetters()
const place = document.getElementById('sidebar')
if (place) createRoot(place).render(<App />)
bringChineseFont()
