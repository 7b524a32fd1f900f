import { CloseCircleFilled, SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { commonText } from '../../ui/text/workbench/common.ts'
import { NamedIcon } from './named-icon.tsx'

/** A field to find something in: it searches while one types, so it needs no button but the one that empties it. */
export function FindField(props: {
  value: string
  hint: string
  /** What it is called, where that is not the hint in the empty field. */
  name?: string
  onChange: (text: string) => void
  onKeyDown?: (event: React.KeyboardEvent) => void
  className?: string
  autoFocus?: boolean
  size?: 'large'
  icon?: ReactNode
  /** The list it chooses from with the arrow keys: its id, and that of the chosen line. */
  list?: { id: string; chosen: string | undefined }
}) {
  const { hint, name = hint, onChange, icon = <SearchOutlined />, list, ...rest } = props
  return (
    <Input
      {...rest}
      {...(list && {
        role: 'combobox',
        'aria-expanded': list.chosen !== undefined,
        'aria-autocomplete': 'list' as const,
        'aria-controls': list.id,
        'aria-activedescendant': list.chosen,
      })}
      allowClear={{ clearIcon: <NamedIcon icon={<CloseCircleFilled />} name={commonText.empty} /> }}
      maxLength={40}
      prefix={icon}
      placeholder={hint}
      aria-label={name}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
