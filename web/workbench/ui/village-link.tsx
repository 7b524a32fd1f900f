import { Link } from 'react-router'
import { commonText } from '../../ui/text/workbench/common.ts'
import { useMay, useMe } from '../officers/use-me.ts'

/** A village's name, which leads to its page where this officer may open it. */
export function VillageLink(props: { id: string | null; name: string | null }) {
  const { id, name } = props
  const { scope, villageIds } = useMe()
  const may = useMay()
  if (!id) return name ?? commonText.unknownVillage
  const opens = may('residents.read') && (scope === 'station' || villageIds.includes(id))
  return opens ? <Link to={`/villages/${id}`}>{name}</Link> : name
}
