import { Modal } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { searchText } from '../../ui/text/workbench/search.ts'
import { usePhone } from '../../ui/use-phone.ts'
import { SearchPanel } from './search-panel.tsx'
import { type SearchValues, searchPath } from './search-values.ts'

/** Ctrl+K or / over any page. On a phone it fills the screen. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const phone = usePhone()
  const [values, setValues] = useState<SearchValues>({ text: '' })
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      title={
        <span className="search-title">
          {searchText.title}
          <Link to={searchPath(values)} onClick={onClose}>
            {searchText.openPage}
          </Link>
        </span>
      }
      className={phone ? 'search-dialog filling' : 'search-dialog'}
      width={phone ? '100%' : 720}
      style={{ top: phone ? 0 : 48 }}
    >
      <SearchPanel
        values={values}
        onChange={(change) => setValues((before) => ({ ...before, ...change }))}
        onGone={onClose}
      />
    </Modal>
  )
}
