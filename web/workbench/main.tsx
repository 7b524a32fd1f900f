import { createRoot } from 'react-dom/client'
import { App } from './shell/app.tsx'
import './workbench.css'

// For devices without a Chinese font. Its list of parts is long, so it comes after the page.
void import('@fontsource-variable/noto-sans-sc')

const place = document.getElementById('workbench')
if (place) createRoot(place).render(<App />)
