import type { Person } from './person.ts'
import type { World } from './world.ts'

export function addPerson(world: World, given: Partial<Person> = {}): Person {
  const draw = world.random('people')
  const externalUserId = given.externalUserId ?? `wmEMU${draw.letters(27)}`
  const person: Person = {
    externalUserId,
    name: given.name ?? `居民${world.people.size + 1}`,
    gender: given.gender ?? draw.between(0, 2),
    unionid: given.unionid ?? `oEMU${draw.letters(24)}`,
    avatar: given.avatar ?? `${world.publicUrl}/avatars/${externalUserId}`,
    ...(given.place && { place: given.place }),
  }
  world.people.set(externalUserId, person)
  return person
}

export function personWith(world: World, externalUserId: string): Person {
  const person = world.people.get(externalUserId)
  if (!person) throw new Error(`模拟里没有居民 ${externalUserId}。`)
  return person
}
