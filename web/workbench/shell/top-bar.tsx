import { LogoutOutlined, SearchOutlined, TranslationOutlined, UserOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useEffect, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { signOut } from '../../api/officers.ts'
import { chooseLanguage, language } from '../../ui/text/say.ts'
import { roleWords } from '../../ui/text/vocabulary.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { shellText } from '../../ui/text/workbench/shell.ts'
import { usePhone } from '../../ui/use-phone.ts'
import { useMay, useMe } from '../officers/use-me.ts'
import { SearchDialog } from '../search/search-dialog.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { ConnectionBadge } from './connection-badge.tsx'
import { MentionsBell } from './mentions-bell.tsx'

export function TopBar() {
  const me = useMe()
  const may = useMay()
  const phone = usePhone()
  const navigate = useNavigate()
  const [searching, setSearching] = useState(false)
  const maySearch = may('conversations.read')
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const byChord = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)
      const bySlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !isTyping(event.target)
      if (!maySearch || !(byChord || bySlash)) return
      event.preventDefault()
      setSearching(true)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [maySearch])
  const leave = async () => {
    await signOut().catch(() => {})
    sessionStorage.clear()
    location.assign('/workbench/sign-in')
  }
  return (
    <header className="top-bar">
      <Link to="/" className="brand">
        {phone ? commonText.product : `${commonText.product} · ${me.station.name}`}
      </Link>
      {me.station.demo && <DotTag tone="amber">{shellText.demo}</DotTag>}
      <div className="top-bar-space" />
      <ConnectionBadge />
      {maySearch && (
        <Button
          className="search-button"
          icon={<SearchOutlined />}
          onClick={() => setSearching(true)}
          aria-label={shellText.search}
          type={phone ? 'text' : 'default'}
        >
          {!phone && (
            <>
              {shellText.search} <kbd>{shellText.searchKeys}</kbd>
            </>
          )}
        </Button>
      )}
      {maySearch && <MentionsBell />}
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'who', disabled: true, label: `${me.officer.name} · ${roleWords[me.officer.role]}` },
            ...(me.otherSessions > 0
              ? [{ key: 'others', disabled: true, label: shellText.otherSessions(me.otherSessions) }]
              : []),
            { type: 'divider' as const },
            { key: 'account', icon: <UserOutlined />, label: shellText.account },
            { key: 'language', icon: <TranslationOutlined />, label: shellText.language },
            { key: 'leave', icon: <LogoutOutlined />, label: shellText.signOut },
          ],
          onClick: ({ key }) => {
            if (key === 'account') navigate('/settings/account')
            if (key === 'language') chooseLanguage(language() === 'zh' ? 'en' : 'zh')
            if (key === 'leave') void leave()
          },
        }}
      >
        <Button type="text" icon={<UserOutlined />} aria-label={shellText.account}>
          {phone ? null : me.officer.name}
        </Button>
      </Dropdown>
      {searching && <SearchDialog onClose={() => setSearching(false)} />}
    </header>
  )
}

/** Where a slash is a slash; or where something lies over the page. */
function isTyping(target: EventTarget | null): boolean {
  const field =
    target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]')
  return Boolean(field) || document.querySelector('.ant-modal-wrap, .ant-drawer-open') !== null
}
