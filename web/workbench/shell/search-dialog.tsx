import { SearchOutlined } from '@ant-design/icons'
import { Modal, Spin } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { commonText } from '../../ui/text/workbench/common.ts'
import { shellText } from '../../ui/text/workbench/shell.ts'
import { FindField } from '../ui/find-field.tsx'
import { useDebounced } from '../ui/use-debounced.ts'
import { type Found, useSearch } from './use-search.ts'

/** Ctrl+K: one field over everything; arrow keys and Enter work without a mouse. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const navigate = useNavigate()
  const asked = useDebounced(text.trim(), 200)
  const { groups, busy } = useSearch(asked)
  const flat = groups.flatMap(({ items }) => items)
  const go = (found: Found | undefined) => {
    if (!found) return
    navigate(found.to)
    onClose()
  }
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      closable={false}
      className="search-dialog"
      width={640}
      style={{ top: 48 }}
    >
      <FindField
        size="large"
        autoFocus
        icon={busy ? <Spin size="small" /> : <SearchOutlined />}
        hint={shellText.searchHint}
        name={shellText.search}
        value={text}
        onChange={(words) => {
          setText(words)
          setAt(0)
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'ArrowDown') setAt((place) => Math.min(place + 1, flat.length - 1))
          if (event.key === 'ArrowUp') setAt((place) => Math.max(place - 1, 0))
          if (event.key === 'Enter') go(flat[at])
        }}
      />
      <div className="search-results">
        {!asked && <p className="quiet pad">{shellText.searchStart}</p>}
        {asked && !busy && flat.length === 0 && <p className="quiet pad">{shellText.searchEmpty}</p>}
        {groups.map(({ name, items, more }) => (
          <section key={name}>
            <h3>{name}</h3>
            {items.map((found) => (
              <button
                type="button"
                key={found.key}
                className={`row-button ${flat[at] === found ? 'chosen' : ''}`}
                onClick={() => go(found)}
              >
                <b>{found.title}</b> <span className="quiet">{found.hint}</span>
                {found.excerpt && <div className="two-lines">{found.excerpt}</div>}
              </button>
            ))}
            {more && (
              <button type="button" className="row-button quiet" onClick={() => go({ ...more, key: 'more' })}>
                {commonText.more}…
              </button>
            )}
          </section>
        ))}
      </div>
    </Modal>
  )
}
