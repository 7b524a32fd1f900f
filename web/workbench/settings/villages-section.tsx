import { ArrowDownOutlined, ArrowUpOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import {
  listVillages,
  orderVillages,
  restoreVillage,
  retireVillage,
  type Village,
} from '../../api/officers.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { villageText } from '../../ui/text/workbench/villages.ts'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { villagesInUseFirst } from '../ui/villages-in-use-first.ts'
import { VillageDialog } from './village-dialog.tsx'

const touches = [['villages']]

/** The list every other page takes its villages from. */
export function VillagesSection() {
  const { modal } = App.useApp()
  const [editing, setEditing] = useState<Village | 'new'>()
  const query = useQuery({ queryKey: ['villages'], queryFn: listVillages })
  const order = useDeed(orderVillages, { touches })
  const retire = useDeed(retireVillage, { touches })
  const restore = useDeed(restoreVillage, { touches })
  const move = (rows: Village[], from: number, by: -1 | 1) => {
    const ids = rows.map(({ id }) => id)
    ids.splice(from + by, 0, ...ids.splice(from, 1))
    order.mutate(ids)
  }
  const act = (key: string, village: Village) => {
    if (key === 'change') setEditing(village)
    if (key === 'restore') restore.mutate(village.id)
    if (key === 'retire')
      modal.confirm({
        title: villageText.retireTitle(village.name),
        content: villageText.retireHint,
        okText: villageText.retire,
        okButtonProps: { danger: true },
        onOk: () => retire.mutateAsync(village.id).catch(() => {}),
      })
  }
  return (
    <>
      <p className="quiet gap-below">{villageText.hint}</p>
      <Button className="gap-below" type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
        {villageText.add}
      </Button>
      <Loaded query={query}>
        {({ items }) => {
          const rows = villagesInUseFirst(items)
          const inUse = rows.filter(({ retiredAt }) => !retiredAt).length
          return (
            <div className="card flush">
              <table className="list-table">
                <thead>
                  <tr>
                    <th>{villageText.name}</th>
                    <th>{villageText.code}</th>
                    <th>{villageText.place}</th>
                    <th />
                  </tr>
                </thead>
                <tbody>
                  {rows.map((village, index) => (
                    <tr key={village.id}>
                      <td className="main-cell">
                        <b>{village.name}</b> {village.retiredAt && <DotTag>{villageText.retired}</DotTag>}{' '}
                        {village.aliases.length > 0 && (
                          <span className="quiet">{`${villageText.aliases}：${village.aliases.join('、')}`}</span>
                        )}
                      </td>
                      <td className="numbers">{village.code}</td>
                      <td>
                        {village.latitude === null ? (
                          <DotTag tone="amber">{villageText.notPlaced}</DotTag>
                        ) : (
                          <DotTag tone="green">{villageText.placed}</DotTag>
                        )}
                      </td>
                      <td className="deeds-cell">
                        <span className="village-deeds">
                          {!village.retiredAt && (
                            <>
                              <Button
                                size="small"
                                type="text"
                                icon={<ArrowUpOutlined />}
                                aria-label={villageText.moveUp(village.name)}
                                disabled={index === 0 || order.isPending}
                                onClick={() => move(rows, index, -1)}
                              />
                              <Button
                                size="small"
                                type="text"
                                icon={<ArrowDownOutlined />}
                                aria-label={villageText.moveDown(village.name)}
                                disabled={index === inUse - 1 || order.isPending}
                                onClick={() => move(rows, index, 1)}
                              />
                            </>
                          )}
                          <Dropdown
                            trigger={['click']}
                            menu={{
                              items: [
                                { key: 'change', label: commonText.change },
                                village.retiredAt
                                  ? { key: 'restore', label: villageText.restore }
                                  : { key: 'retire', label: villageText.retire, danger: true },
                              ],
                              onClick: ({ key }) => act(key, village),
                            }}
                          >
                            <Button size="small" aria-label={`${commonText.actions} ${village.name}`}>
                              {commonText.actions}
                            </Button>
                          </Dropdown>
                        </span>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }}
      </Loaded>
      {editing && (
        <VillageDialog
          {...(editing === 'new' ? {} : { village: editing })}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  )
}
