/**
 * Each danger as a resident would put it to somebody who looks for the right script: what is understood of a cry for help
 * finds more than its own few words do ("他爬到电塔上头去了"). By the name of the danger; `unsure` where only the score rings.
 */
const inWords: Record<string, string> = {
  cry: '救命，快来个人',
  fire: '着火了，屋里起火',
  water: '有人溺水，掉到水里',
  despair: '不想活了，活着没意思',
  self_harm: '有人要自杀，想不开',
  poison: '中毒了，煤气漏了',
  illness: '有人急病，要救护车',
  injury: '有人受伤，流血，要救护车',
  trapped: '有人被困，快来救人',
  threat: '有人要害我，我好怕',
  weapon: '有人拿刀，扬言要砍人',
  beating: '家暴，他打我',
  fight: '正在打架，有人闹事',
  assault: '被性侵，被猥亵',
  crime: '有人在偷在抢，抓坏人，快来',
  mind: '精神病人发病，疯了',
  found_dead: '死了人，挖到炸弹，快来',
  missing: '老人走失，孩子不见了',
  call: '我要报警，快来',
  unsure: '救命，快来个人',
}

/** The words for these dangers, one line; empty for none and for money, of which the message says enough itself. */
export function putDangers(names: readonly string[]): string {
  return names.flatMap((name) => inWords[name] ?? []).join('，')
}
