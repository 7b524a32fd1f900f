import { say } from '../say.ts'

export const villageText = say({
  title: ['各村', 'Villages'],
  hint: [
    '居民页面、登记、分派和统计都用这份名单和这个顺序。',
    'Residents, capture, duty and figures use this list in this order.',
  ],
  add: ['添加村', 'Add a village'],
  name: ['村名', 'Name'],
  code: ['村代码', 'Code'],
  codeHint: [
    '最好用行政区划代码；字母、数字或横线，定了就不改。',
    'Letters, digits or dashes; it stays as it is.',
  ],
  codeRule: ['1 到 20 个字母、数字或横线', '1 to 20 letters, digits or dashes'],
  aliases: ['别名', 'Other names'],
  aliasHint: [
    '居民平时的叫法、合并前的旧村名。写一个，按回车。机器读消息时认得。',
    'What people call it; old names. The reading of messages knows them.',
  ],
  place: ['地图上的位置', 'Place on the map'],
  placeHint: ['点一下地图，或填经纬度。', 'Tap the map, or type the degrees.'],
  placed: ['已标位置', 'On the map'],
  notPlaced: ['没标位置', 'Not on the map'],
  latitude: ['纬度', 'Latitude'],
  longitude: ['经度', 'Longitude'],
  bothDegrees: ['经度和纬度要一起填', 'Both or none'],
  moveUp: [(name: string) => `${name}上移一位`, (name: string) => `Move ${name} up`],
  moveDown: [(name: string) => `${name}下移一位`, (name: string) => `Move ${name} down`],
  retire: ['停用', 'Retire'],
  retireTitle: [(name: string) => `停用${name}？`, (name: string) => `Retire ${name}?`],
  retireHint: [
    '居民页面和登记里不再出现这个村；已有的居民和事项不变，照样查得到。并入别的村的，停用后把旧名加为那个村的别名。可以恢复。',
    'It is offered for nothing new; what is there stays and is found. After a merger, give the old name to the new village. Can be undone.',
  ],
  retired: ['已停用', 'Retired'],
  restore: ['恢复', 'Restore'],
})
