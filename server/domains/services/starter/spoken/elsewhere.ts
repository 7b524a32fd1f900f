import { ask, on, onlySelf, type Spoken } from './spoken.ts'

const whose = ask(
  'who',
  '是给谁办？',
  ['adult', '大人'],
  ['child', '没满16岁的孩子'],
  ['serving', '公职人员、军人'],
)
const borderRules = { 'guardian-proof': on('who', 'child'), 'employer-letter': on('who', 'serving') }

/** What other offices do: we say where, and what to bring there. */
export const spokenOfElsewhere: Record<string, Spoken> = {
  G27: {
    proxies: ['手机上自己办；去窗口的以交警告知为准'],
    plain: [
      '驾驶证归交警，派出所办不了。',
      '手机上用“交管12123”多半能办。',
      '到期前九十天里就能换。',
      '换证要体检，补证不用。',
      '满七十岁，每年体检一次。',
    ],
    questions: [
      ask(
        'what',
        '驾驶证怎么了？',
        ['expired', '到期了', 'question:age'],
        ['lost', '丢了、坏了', 'question:held'],
        ['check', '满70岁要体检', 'end'],
      ),
      ask('age', '您满70岁了吗？', ['no', '没满', 'end'], ['yes', '满了', 'end']),
      ask('held', '证是被交警扣了吗？', ['no', '不是'], ['yes', '是被扣了']),
    ],
    rules: { 'health-check': on('what', 'expired', 'check') },
    conditionsWhen: [
      { text: '被扣期间不能补领，去补是违法的', when: on('held', 'yes') },
      { text: '满70岁的，每年体检一次，审验时加做能力测试', when: on('age', 'yes') },
    ],
  },
  G28: {
    proxies: ['以交警车管所告知为准'],
    plain: [
      '车牌、行驶证丢了，找车管所补。',
      '手机上“交管12123”先看能不能办。',
      '摩托、三轮也要上牌、买保险。',
      '号码不变，十五天里补牌。',
    ],
    questions: [
      ask(
        'what',
        '是哪一样？',
        ['plate', '车牌、行驶证丢了'],
        ['ebike', '电动车上牌', 'end'],
        ['check', '车子年检', 'end'],
      ),
      ask('stolen', '是被偷的吗？', ['no', '自己掉的'], ['yes', '被偷了']),
    ],
    conditionsWhen: [
      { text: '电动车上牌的地点、材料，请打12345问', when: on('what', 'ebike') },
      { text: '年检前先处理违法', when: on('what', 'check') },
      { text: '被偷的，先来报案', when: on('stolen', 'yes') },
    ],
  },
  G29: {
    proxies: [onlySelf, '没满16岁的，监护人要陪着去'],
    plain: [
      '护照在出入境窗口办，派出所不办。',
      '全国哪个窗口都行。',
      '本人去，带身份证，照片能现场照。',
      '一本一百二十块。',
      '没满十六岁，大人要陪着。',
    ],
    questions: [
      ask(
        'to',
        '要去哪里？',
        ['abroad', '国外'],
        ['hk', '香港、澳门、台湾', 'guide:hong-kong-macao-taiwan-permits'],
      ),
      whose,
    ],
    rules: borderRules,
  },
  G30: {
    proxies: [onlySelf, '没满16岁的，监护人要陪着去'],
    plain: [
      '去港澳台的证，在出入境窗口办。',
      '派出所不办，可以帮您问。',
      '有了通行证，还要办签注。',
      '本人去，带身份证。',
    ],
    questions: [
      ask('to', '要去哪里？', ['hk', '香港、澳门'], ['taiwan', '台湾'], ['abroad', '国外', 'guide:passport']),
      ask('old', '以前办过通行证吗？', ['no', '没办过'], ['yes', '办过']),
      whose,
    ],
    rules: { ...borderRules, 'old-permit': on('old', 'yes') },
    conditionsWhen: [{ text: '赴台探亲的签注，全国都能办', when: on('to', 'taiwan') }],
  },
  G31: {
    proxies: ['主办的人，或者主家托的人都行'],
    plain: [
      '村里办酒，不到一千人不用批。',
      '跟派出所说一声，好帮您看路、看火。',
      '一千人以上对外的，要公安批。',
      '要提前二十天申请。',
    ],
    questions: [
      ask('size', '大概来多少人？', ['small', '不到一千人', 'end'], ['big', '一千人以上']),
      ask('open', '对外卖票、谁都能来吗？', ['yes', '谁都能来'], ['no', '只请熟人']),
    ],
    rules: Object.fromEntries(
      ['organiser-papers', 'event-plan', 'safety-plan', 'venue-consent'].map((paper) => [
        paper,
        [...on('size', 'big'), ...on('open', 'yes')],
      ]),
    ),
    conditionsWhen: [
      { text: '不用许可，把时间、地点、人数、用火、停车告诉派出所', when: on('size', 'small') },
      { text: '提前20天向公安机关申请', when: on('open', 'yes') },
      { text: '只请熟人的不用许可，人多请提前告诉派出所', when: on('open', 'no') },
    ],
  },
  G32: {
    proxies: ['以受理部门告知为准'],
    plain: [
      '卖烟花，找应急部门办证。',
      '办焰火晚会，找公安批。',
      '学校、医院、山林边，不准放。',
      '本地哪里禁放，看政府通告。',
    ],
    questions: [
      ask(
        'what',
        '您要做什么？',
        ['home', '自家放一放', 'question:place'],
        ['sell', '卖烟花', 'end'],
        ['show', '办焰火晚会'],
      ),
      ask('place', '在山林、学校、医院边上吗？', ['no', '不在'], ['yes', '在边上']),
    ],
    rules: { 'event-plan': on('what', 'show') },
    conditionsWhen: [
      { text: '先看政府的禁限放通告，在准放的地方、时间放', when: on('what', 'home') },
      { text: '零售许可找应急部门办', when: on('what', 'sell') },
      { text: '这些地方一律不准放', when: on('place', 'yes') },
    ],
  },
  G33: {
    proxies: ['考试要本人去'],
    plain: [
      '当保安要考保安员证。',
      '市里公安局发证，派出所不发。',
      '满十八岁、初中毕业、身体好。',
      '别交钱找人包过，那是骗子。',
    ],
  },
  G34: {
    proxies: ['店主托人去问也行，以受理窗口告知为准'],
    plain: [
      '开店前先问清，归哪家管。',
      '旅馆要公安批，网吧归文化管。',
      '刻公章的店，改成备案了。',
      '不清楚，打12345问。',
    ],
  },
  G35: {
    proxies: ['家里人带狗去打针、登记都行'],
    plain: [
      '养狗要按时打狂犬疫苗。',
      '打了针，拿证明去登记。',
      '出门牵绳子，别让狗吓人。',
      '被咬了先冲洗十五分钟，再去打针。',
    ],
  },
  G36: {
    proxies: ['住这里的人自己找，租客先找房东'],
    plain: [
      '有人困在里面、起火，马上打110。',
      '没危险，找备案的开锁店。',
      '先问价，再开锁。',
      '自己的私章，随便刻。',
    ],
  },
}
