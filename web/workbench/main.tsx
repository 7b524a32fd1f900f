import { createRoot } from 'react-dom/client'
import { bringChineseFont } from '../ui/chinese-font.ts'
import { language } from '../ui/text/say.ts'
import { Door } from './shell/door.tsx'
import './door.css'

document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en'
const place = document.getElementById('workbench')
if (place) createRoot(place).render(<Door />)
bringChineseFont()
