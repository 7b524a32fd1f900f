import type { Control } from './control.ts'

const villages: [string, string][] = [
  ['东村服务站', 'dongcun'],
  ['西村服务站', 'xicun'],
]
const residents = ['张桂兰', '李大山', '周小梅']

/** A beginning for whoever shows it: two accounts with a door each, all members serving, three residents. */
export function seedDemoCorporation({ kf, people, corporation, groups, contacts }: Control): void {
  for (const [name, scene] of villages) {
    const openKfId = kf.addAccount(name)
    for (const { userid } of corporation.members()) kf.addServicer(openKfId, userid)
    kf.door(openKfId, scene)
  }
  const ids = residents.map((name) => people.add({ name }).externalUserId)
  const [officer] = corporation.members()
  contacts.add(officer!.userid, ids[0]!)
  groups.create(officer!.userid, '东村村群', ids)
}
