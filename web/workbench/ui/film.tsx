import { useState } from 'react'
import { fileAddress } from '../../api/files.ts'
import type { FileRef } from '../../api/inbox.ts'
import { wechatText } from '../../ui/text/workbench/wechat.ts'

/** A film of WeChat, fetched when somebody plays it; it can be saved too, and must be where the browser can't show it. */
export function Film({ file }: { file: FileRef }) {
  const [dark, setDark] = useState(false)
  return (
    <div className="film">
      {!dark && (
        // biome-ignore lint/a11y/useMediaCaption: what a resident filmed has no captions
        <video
          controls
          preload="none"
          playsInline
          src={fileAddress(file.id, 'shown')}
          aria-label={wechatText.film}
          onError={() => setDark(true)}
        />
      )}
      <a href={fileAddress(file.id, 'original')} download>
        {dark ? wechatText.filmDark : wechatText.filmSave}
      </a>
    </div>
  )
}
