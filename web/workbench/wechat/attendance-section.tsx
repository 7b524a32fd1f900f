import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Select } from 'antd'
import { Link } from 'react-router'
import { exportAttendance, type GroupAttendance, readAttendance } from '../../api/groups.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { workText } from '../../ui/text/workbench/work-contacts.ts'
import { momentText } from '../../ui/time.ts'
import { useMay } from '../officers/use-me.ts'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { saveBlob } from '../ui/save-blob.ts'
import { useDeed } from '../ui/use-deed.ts'
import { useFilters } from '../ui/use-filters.ts'
import { VillageSelect } from '../ui/village-select.tsx'

/** Who of the station's people is missing from which group. */
export function AttendanceSection() {
  const may = useMay()
  const { get, set } = useFilters()
  const query = useQuery({ queryKey: ['chat-group-attendance'], queryFn: readAttendance })
  const save = useDeed(exportAttendance, {
    said: workText.exported,
    onDone: (blob) => saveBlob(blob, 'groups.csv'),
  })
  return (
    <Loaded query={query} rows={8}>
      {(table) => (
        <>
          <div className="spread gap-below">
            <span className="quiet">
              {table.checkedAt ? workText.attendanceHint(momentText(table.checkedAt)) : workText.never}
            </span>
            {may('exports.make') && (
              <Button loading={save.isPending} onClick={() => save.mutate()}>
                {workText.exportFile}
              </Button>
            )}
          </div>
          <People table={table} />
          <div className="filters">
            <VillageSelect value={get('village')} onChange={(village) => set('village', village)} />
            <Select
              allowClear
              value={get('officer')}
              onChange={(officer) => set('officer', officer)}
              placeholder={commonText.colleague}
              aria-label={commonText.colleague}
              options={table.officers.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Checkbox
              checked={get('all') !== 'yes'}
              onChange={(event) => set('all', event.target.checked ? null : 'yes')}
            >
              {workText.onlyMissing}
            </Checkbox>
          </div>
          <Groups
            table={table}
            village={get('village')}
            officer={get('officer')}
            onlyMissing={get('all') !== 'yes'}
          />
        </>
      )}
    </Loaded>
  )
}

function People({ table }: { table: GroupAttendance }) {
  return (
    <div className="card attendance-people">
      {table.officers.map(({ id, name, account, missing }) => (
        <span key={id}>
          <b>{name}</b>{' '}
          {account === null ? (
            <DotTag>{workText.notBound}</DotTag>
          ) : (
            <DotTag tone={missing > 0 ? 'red' : 'green'}>
              {missing > 0 ? workText.missingOf(missing) : workText.allHere}
            </DotTag>
          )}
        </span>
      ))}
    </div>
  )
}

function Groups(props: {
  table: GroupAttendance
  village: string | undefined
  officer: string | undefined
  onlyMissing: boolean
}) {
  const { table, village, officer, onlyMissing } = props
  const names = new Map(table.officers.map(({ id, name }) => [id, name]))
  const shown = table.groups.filter(
    (group) =>
      (!village || group.villageId === village) &&
      (!officer || group.missing.includes(officer)) &&
      (!onlyMissing || group.missing.length > 0),
  )
  if (shown.length === 0) return <p className="quiet">{workText.everybodyHere}</p>
  return (
    <div className="card flush">
      <table className="list-table">
        <thead>
          <tr>
            <th>{workText.group}</th>
            <th>{commonText.village}</th>
            <th>{workText.members}</th>
            <th>{workText.missing}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((group) => (
            <tr key={group.id}>
              <td className="main-cell">
                <Link to={`/wechat/groups/${group.id}`}>{group.name}</Link>
              </td>
              <td>{group.villageName ?? commonText.unknownVillage}</td>
              <td>{workText.memberCount(group.members)}</td>
              <td>
                <span className="button-row">
                  {group.missing.length === 0 && <DotTag tone="green">{workText.allHere}</DotTag>}
                  {group.missing.map((id) => (
                    <DotTag key={id} tone="red">
                      {names.get(id)}
                    </DotTag>
                  ))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
