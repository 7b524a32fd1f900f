import { SoundOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { scriptText } from '../../ui/text/workbench/scripts.ts'

const voice = 'speechSynthesis' in window ? window.speechSynthesis : null

/** Reads a text aloud with the browser's own voice; not there where the browser has none. */
export function ReadAloud({ text }: { text: string }) {
  const [reading, setReading] = useState(false)
  useEffect(() => () => voice?.cancel(), [])
  if (!voice) return null
  const toggle = () => {
    voice.cancel()
    if (reading) {
      setReading(false)
      return
    }
    const words = new SpeechSynthesisUtterance(text.replaceAll(/[{}]/g, ''))
    words.lang = 'zh-CN'
    words.rate = 0.9
    words.onend = words.onerror = () => setReading(false)
    setReading(true)
    voice.speak(words)
  }
  return (
    <Button size="small" icon={<SoundOutlined />} aria-pressed={reading} onClick={toggle}>
      {reading ? scriptText.stopReading : scriptText.readAloud}
    </Button>
  )
}
