import { ask, comes, family, guardian, on, type Spoken } from './spoken.ts'

/** Moving in, back and away. */
export const spokenOfMoves: Record<string, Spoken> = {
  G06: {
    proxies: ['夫妻哪一方来都行，最好一起来'],
    plain: [
      '结了婚、住在一起，户口可以迁到一处。',
      '只到要迁进来的派出所，跑一次。',
      '带两家的户口簿和结婚证。',
      '县里公安局批，大约十个工作日。',
      '不用村里人人签字。',
      '户口迁来，不等于自动分田分地。',
    ],
    questions: [
      ask('married', '你们领结婚证了吗？', ['yes', '领了'], ['no', '还没领', 'end']),
      ask('other', '爱人是学生集体户，或者现役军人吗？', ['no', '都不是'], ['yes', '是', 'end']),
      ask('to', '迁到哪里？', ['village', '迁到村里'], ['town', '迁到镇上、城里']),
      ask('photo', '迁来的人办过身份证吗？', ['yes', '办过'], ['no', '没办过，满了6岁']),
    ],
    rules: { photo: on('photo', 'no'), 'residence-registration': on('to', 'village') },
    conditionsWhen: [
      { text: '领了结婚证再来办迁户口', when: on('married', 'no') },
      { text: '对方是学生集体户、现役军人的，不能迁到他那里', when: on('other', 'yes') },
      { text: '城里户口迁到村里的，可能还要报市里，以窗口核实为准', when: on('to', 'village') },
    ],
  },
  G07: {
    proxies: ['父母或子女哪一方来都行', guardian],
    plain: [
      '父母可以迁到城镇的儿女家里。',
      '没成年的孩子可以迁到父母身边。',
      '要真的住在一起。',
      '带两家的户口簿、身份证。',
      '查得到的关系，不用再开证明。',
      '县里公安局批，大约十个工作日。',
    ],
    questions: [
      ask(
        'who',
        '谁迁到谁那里？',
        ['parents', '父母迁到儿女家', 'question:town'],
        ['child', '没成年的孩子迁到父母家', 'question:divorced'],
        ['grown', '成年儿女迁到父母家', 'guide:return-to-village'],
      ),
      ask('town', '儿女的户口在城里、镇上吗？', ['yes', '在城里、镇上', 'end'], ['no', '在村里', 'end']),
      ask('divorced', '孩子的父母离婚了吗？', ['no', '没有离'], ['yes', '离了']),
    ],
    rules: { 'custody-document': on('divorced', 'yes') },
    conditionsWhen: [
      { text: '儿女户口在村里的，能不能迁请先问窗口', when: on('town', 'no') },
      { text: '孩子满8岁的，会问问孩子自己的意思，以窗口核实为准', when: on('divorced', 'yes') },
    ],
  },
  G08: {
    proxies: [family],
    plain: [
      '镇上有稳定的住处，就能迁来。',
      '买的房、租的房都算。',
      '有居住证，也能迁。',
      '带身份证、户口簿、住处的凭据。',
      '不看交了几年社保，不看房子大小。',
    ],
    questions: [
      ask(
        'dwelling',
        '您凭什么迁来？',
        ['owned', '自己买的房'],
        ['rented', '租的房'],
        ['permit', '有居住证'],
        ['married', '跟爱人住', 'guide:spouse-move-in'],
      ),
      ask('alone', '一家人一起迁吗？', ['one', '就我一个人'], ['all', '一家人都迁']),
      comes,
    ],
    rules: { 'proxy-letter': on('comes', 'other') },
    conditionsWhen: [
      { text: '租房的带租赁合同，网上办不了的到窗口办，以窗口核实为准', when: on('dwelling', 'rented') },
      { text: '一起迁的家里人，身份证、户口簿也带来', when: on('alone', 'all') },
    ],
  },
  G09: {
    proxies: [family],
    plain: [
      '从村里迁出去的，有的可以迁回来。',
      '离婚的，可以迁回老家。',
      '宅基地有证的，一家人可以凭证迁。',
      '当初迁走的记录，我们来查。',
      '带身份证、户口簿就先来问。',
      '迁回来，不等于能分红、能批地。',
    ],
    questions: [
      ask(
        'why',
        '您是哪一种情况？',
        ['town', '当年迁到城里，想迁回', 'question:since'],
        ['divorce', '离婚了，想迁回娘家', 'question:comes'],
        ['homestead', '在村里有宅基地', 'question:land'],
        ['student', '读书迁走的', 'guide:student-move'],
      ),
      ask('since', '是2016年2月3日以后迁走的吗？', ['yes', '是以后', 'question:comes'], ['no', '是以前']),
      ask('land', '宅基地证上是您或家里人的名字吗？', ['yes', '是'], ['no', '不是，或没有证']),
      comes,
    ],
    rules: {
      'proxy-letter': on('comes', 'other'),
      'homestead-certificate': on('why', 'homestead'),
      'homestead-certificate-old-move': [...on('why', 'town'), ...on('since', 'no'), ...on('land', 'yes')],
      'migration-record': on('why', 'town', 'divorce'),
    },
    conditionsWhen: [
      { text: '2016年2月3日以前迁走的，要看有没有宅基地证，以窗口核实为准', when: on('since', 'no') },
      { text: '证不是家里人的，或没有证的，请先问窗口能不能办', when: on('land', 'no') },
    ],
  },
  G10: {
    proxies: [family, '父母可以代孩子来问、来交材料'],
    plain: [
      '考上学校，户口迁不迁自己定。',
      '毕业了，可以迁回老家，也可以迁到工作地。',
      '带毕业证、身份证。',
      '报到证早就不用了。',
      '迁移证过期，户口也没有丢，来找我们。',
    ],
    questions: [
      ask(
        'stage',
        '现在是哪一步？',
        ['admitted', '考上了，要迁去学校', 'question:comes'],
        ['graduated', '毕业了'],
        ['expired', '迁移证丢了、过期了', 'guide:migration-papers'],
      ),
      ask('to', '毕业后迁到哪里？', ['back', '迁回读书前的老家'], ['work', '迁到工作的地方']),
      ask('province', '学校在湖南省外吗？', ['no', '在省内'], ['yes', '在省外']),
      comes,
    ],
    rules: {
      'proxy-letter': on('comes', 'other'),
      'admission-letter': on('stage', 'admitted'),
      diploma: on('stage', 'graduated'),
      'migration-certificate': [...on('stage', 'graduated'), ...on('province', 'yes')],
    },
    conditionsWhen: [
      { text: '迁到工作地的，到工作地的派出所办，不用回来', when: on('to', 'work') },
      { text: '迁回老家的，网上就能办（湖南户籍）', when: on('to', 'back') },
    ],
  },
  G11: {
    proxies: [family],
    plain: [
      '户口要迁走，多半只跑迁去的地方。',
      '省里头迁，只到迁入地办。',
      '结婚、读书、调工作，跨省也只跑一头。',
      '拿了迁移证，要快点去报到。',
      '证丢了、过期了，到发证的地方补。',
    ],
    questions: [
      ask(
        'what',
        '您要办什么？',
        ['away', '把户口迁走'],
        ['lost', '迁移证、准迁证丢了或过期', 'question:comes'],
        ['here', '把户口迁来这里', 'guide:household-setup'],
      ),
      ask('far', '迁到省外吗？', ['no', '省内', 'question:comes'], ['yes', '省外']),
      ask(
        'reason',
        '为什么迁到省外？',
        ['listed', '结婚、读书、毕业、调工作、投靠儿女'],
        ['other', '别的原因'],
      ),
      comes,
    ],
    rules: {
      'permit-to-move-in': [...on('what', 'away'), ...on('far', 'yes'), ...on('reason', 'other')],
      'proxy-letter': on('comes', 'other'),
    },
    conditionsWhen: [
      { text: '省内迁移只到迁入地办，不用先来这里', when: on('far', 'no') },
      { text: '这几种跨省迁移只到迁入地办，不用先来这里', when: on('reason', 'listed') },
      { text: '证件丢了、过期的，到签发的派出所补', when: on('what', 'lost') },
    ],
  },
}
