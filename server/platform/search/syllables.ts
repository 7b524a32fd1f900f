/** Every syllable of Mandarin, ü written v. */
const syllables = new Set(
  `a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao
    ce cen ceng cha chai chan chang chao che chen cheng chi chong chou chu chuai chuan chuang chui chun
    chuo ci cong cou cu cuan cui cun cuo da dai dan dang dao de dei deng di dia dian diao die ding diu
    dong dou du duan dui dun duo e ei en er fa fan fang fei fen feng fo fou fu ga gai gan gang gao ge
    gei gen geng gong gou gu gua guai guan guang gui gun guo ha hai han hang hao he hei hen heng hong
    hou hu hua huai huan huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun
    ka kai kan kang kao ke ken keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le
    lei leng li lia lian liang liao lie lin ling liu lo long lou lu luan lun luo lv lve ma mai man mang
    mao me mei men meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao ne nei nen neng ni
    nian niang niao nie nin ning niu nong nou nu nuan nuo nv nve o ou pa pai pan pang pao pei pen peng
    pi pian piao pie pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun
    ran rang rao re ren reng ri rong rou ru ruan rui run ruo sa sai san sang sao se sen seng sha shai
    shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo si song sou
    su suan sui sun suo ta tai tan tang tao te tei teng ti tian tiao tie ting tong tou tu tuan tui tun
    tuo wa wai wan wang wei wen weng wo wu xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun
    ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun za zai zan zang zao ze zei zen zeng zha
    zhai zhan zhang zhao zhe zhei zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo
    zi zong zou zu zuan zui zun zuo`.split(/\s+/),
)
const longest = 6
/** Letters that may be cut in more ways than these are looked for in the first ones. */
const mostWays = 6

/** Letters cut into syllables; `rest`: the beginning of one more, while she is still typing. */
export type Cut = { syllables: string[]; rest: string }

/**
 * The ways letters may be read as pinyin, the one with the longest syllables first: xian is xian, and xi an. A space
 * or an apostrophe parts syllables. Empty when they are no pinyin.
 */
export function cutSyllables(letters: string): Cut[] {
  const parts = letters
    .toLowerCase()
    .replaceAll('ü', 'v')
    .split(/['’ ]+/)
    .filter(Boolean)
  let ways: Cut[] = [{ syllables: [], rest: '' }]
  for (const part of parts) {
    const next = cutPart(part)
    ways = ways
      .filter(({ rest }) => rest === '')
      .flatMap((way) =>
        next.map(({ syllables, rest }) => ({ syllables: [...way.syllables, ...syllables], rest })),
      )
      .slice(0, mostWays)
  }
  return parts.length === 0 ? [] : ways
}

function cutPart(part: string): Cut[] {
  const found: Cut[] = []
  /** From where nothing came of it: not tried again, or letters that are no pinyin would be cut in millions of ways. */
  const dead = new Set<number>()
  const walk = (from: number, before: string[]) => {
    if (found.length >= mostWays || dead.has(from)) return
    const sofar = found.length
    if (from === part.length) {
      found.push({ syllables: before, rest: '' })
      return
    }
    for (let size = Math.min(longest, part.length - from); size > 0; size--) {
      const piece = part.slice(from, from + size)
      if (syllables.has(piece)) walk(from + size, [...before, piece])
    }
    const rest = part.slice(from)
    if (before.length > 0 && !syllables.has(rest) && isBeginning(rest))
      found.push({ syllables: before, rest })
    if (found.length === sofar) dead.add(from)
  }
  walk(0, [])
  // Whole syllables first, of these the fewest.
  return found
    .sort((a, b) => Number(a.rest !== '') - Number(b.rest !== '') || a.syllables.length - b.syllables.length)
    .slice(0, mostWays)
}

function isBeginning(letters: string): boolean {
  for (const syllable of syllables) if (syllable.startsWith(letters)) return true
  return false
}
