import { ask, on, onlySelf, type Spoken } from './spoken.ts'

/** Identity cards, and those who live here without being registered here. */
export const spokenOfCards: Record<string, Spoken> = {
  G16: {
    proxies: [onlySelf, '没满16岁的，监护人要陪着来'],
    plain: [
      '满十六岁，三个月里要办身份证。',
      '没满十六岁，想办就由大人带来。',
      '本人一定要来，照相、按指纹。',
      '带户口簿，第一次办不要钱。',
      '常见二十个工作日拿证，以窗口为准。',
    ],
    questions: [
      ask(
        'first',
        '以前办过身份证吗？',
        ['never', '从来没办过'],
        ['lost', '办过，丢了', 'guide:identity-card-replacement'],
        ['old', '办过，到期、坏了', 'guide:identity-card-renewal'],
      ),
      ask('under', '没满16岁？', ['yes', '没满'], ['no', '满了']),
      ask('register', '户口在这里吗？', ['here', '在这里'], ['away', '在外地']),
    ],
    rules: { 'guardian-papers': on('under', 'yes'), 'local-proof': on('register', 'away') },
  },
  G17: {
    proxies: [onlySelf, '走不动的老人，请打电话约上门'],
    plain: [
      '身份证快到期了、坏了，拿旧证来换。',
      '本人要来，照相、按指纹。',
      '到期换二十块，坏了换四十块。',
      '人在外地，就在外地换。',
      '急着用，同时办张临时的。',
    ],
    questions: [
      ask(
        'why',
        '为什么换？',
        ['expired', '到期、快到期'],
        ['changed', '名字等信息变了'],
        ['broken', '坏了、消磁了'],
        ['lost', '丢了', 'guide:identity-card-replacement'],
      ),
      ask('old', '旧证在手上吗？', ['yes', '在'], ['no', '不在手上']),
      ask('soon', '这几天就要用吗？', ['no', '不急'], ['yes', '急着用']),
    ],
    rules: { 'identity-card': on('old', 'yes'), 'household-book': on('old', 'no') },
    conditionsWhen: [
      { text: '损坏换领40元；到期、信息变更换领20元', when: on('why', 'broken') },
      { text: '信息变了的，先改好户口簿再换证', when: on('why', 'changed') },
      { text: '急用的，同时申请临时身份证，10元', when: on('soon', 'yes') },
    ],
  },
  G18: {
    proxies: [onlySelf],
    plain: [
      '身份证丢了，来补一张。',
      '不用登报，不用先报案。',
      '户口簿有就带，没有也能办。',
      '补一张四十块。',
      '办了以后，旧证就不能用了。',
    ],
    questions: [
      ask(
        'lost',
        '旧证还找得到吗？',
        ['lost', '丢了，找不到'],
        ['broken', '还在，只是坏了', 'guide:identity-card-renewal'],
      ),
      ask('book', '户口簿在手边吗？', ['yes', '在'], ['no', '不在']),
      ask('soon', '这几天就要用吗？', ['no', '不急'], ['yes', '急着用']),
    ],
    rules: { 'household-book': on('book', 'yes') },
    conditionsWhen: [
      { text: '没有户口簿也可以，窗口用人像、指纹核对', when: on('book', 'no') },
      { text: '急用的，同时申请临时身份证，10元', when: on('soon', 'yes') },
    ],
  },
  G19: {
    proxies: [onlySelf],
    plain: [
      '新身份证没下来，急用就办临时的。',
      '十块钱，管三个月。',
      '一般三天里能拿到。',
      '先办正式的，再办临时的。',
    ],
    questions: [
      ask('applied', '正式的身份证申请了吗？', ['yes', '申请了'], ['no', '还没有']),
      ask(
        'use',
        '急用来做什么？',
        ['ride', '坐车、住店', 'guide:without-identity-card'],
        ['other', '考试、办事'],
      ),
    ],
    rules: { 'acceptance-slip': on('applied', 'yes') },
    conditionsWhen: [{ text: '还没申请正式证的，两样一起办', when: on('applied', 'no') }],
  },
  G20: {
    noPapers: true,
    proxies: ['本人在手机上、自助机上就能办'],
    sameDay: true,
    plain: [
      '坐高铁没带证，手机上办个临时证明。',
      '坐飞机也一样，机场有自助机。',
      '住店没带证，请店里找当地派出所。',
      '您要记得自己的名字和号码。',
      '身份证真丢了，记得来补。',
    ],
    questions: [
      ask(
        'lost',
        '身份证是忘带了，还是丢了？',
        ['forgot', '忘带了'],
        ['lost', '丢了'],
        ['kept', '被别人扣了', 'end'],
      ),
      ask('use', '要做什么？', ['train', '坐火车'], ['plane', '坐飞机'], ['hotel', '住店']),
    ],
    conditionsWhen: [
      { text: '任何单位都不能扣身份证，可以来报告', when: on('lost', 'kept') },
      { text: '丢了的，回头来补领，40元', when: on('lost', 'lost') },
      { text: '住店的，请店家联系当地派出所核对', when: on('use', 'hotel') },
    ],
  },
  G21: {
    proxies: ['房东、单位可以帮着报，信息要本人给'],
    sameDay: true,
    plain: [
      '从别处来住的，登记一下。',
      '带身份证，说清住哪里。',
      '村里、派出所、手机上都能报。',
      '不要钱，以后办居住证用得上。',
      '换了住处，再来改一次。',
    ],
    questions: [
      ask(
        'where',
        '您住在哪里？',
        ['rented', '租房'],
        ['family', '亲戚朋友家、厂里'],
        ['hotel', '旅馆、医院、学校', 'end'],
      ),
      ask('long', '住满半年了吗？', ['no', '没满'], ['yes', '住满了，登记过', 'guide:residence-permit']),
    ],
    conditionsWhen: [
      { text: '旅馆、医院、学校登记过的，不用再登记', when: on('where', 'hotel') },
      { text: '租房的带合同，没有合同给房东电话就行', when: on('where', 'rented') },
    ],
  },
  G22: {
    proxies: ['没满16岁的、老人、残疾人，可以由近亲属代办'],
    plain: [
      '来住满半年，可以办居住证。',
      '有工作、有住处、在读书，占一样就行。',
      '带身份证，和一样凭据。',
      '第一次办、每年签，都不要钱。',
      '每年到期前一个月，记得来签。',
    ],
    questions: [
      ask('what', '您要办哪一样？', ['new', '第一次办'], ['renew', '一年到了来签注', 'question:comes']),
      ask(
        'half',
        '登记住满半年了吗？',
        ['yes', '住满了'],
        ['no', '没满，或没登记过', 'guide:residence-registration'],
      ),
      ask('photo', '以前在派出所照过相吗？', ['yes', '照过'], ['no', '没照过']),
      ask('comes', '本人能来吗？', ['self', '能来'], ['relative', '孩子、老人、残疾人，亲属代办']),
    ],
    rules: {
      photo: [...on('what', 'new'), ...on('photo', 'no')],
      'relative-proxy': on('comes', 'relative'),
    },
    conditionsWhen: [{ text: '过了一年没签的，证会停用，来补签就恢复', when: on('what', 'renew') }],
  },
  G23: {
    proxies: ['房东托家里人、托管房子的人来登记，也可以'],
    sameDay: true,
    plain: [
      '房子租出去，要登记租客是谁。',
      '看身份证原件，记下名字和号码。',
      '不肯登记的，不要租给他。',
      '换了租客，再登一次。',
      '登记不要钱，有可疑打110。',
    ],
    questions: [
      ask(
        'role',
        '您是房东还是租客？',
        ['owner', '房东'],
        ['tenant', '租客', 'guide:residence-registration'],
      ),
      ask('foreign', '租客肯拿身份证登记吗？', ['yes', '肯'], ['no', '不肯', 'end']),
    ],
    conditionsWhen: [{ text: '不肯登记身份的，不要租给他，可以告诉派出所', when: on('foreign', 'no') }],
  },
}
