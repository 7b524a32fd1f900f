import { ask, comes, guardian, on, type Spoken } from './spoken.ts'

/** What the register says, and certificates of it. */
export const spokenOfRegister: Record<string, Spoken> = {
  G12: {
    proxies: ['满18岁的自己申请', '没满18岁的，由父母、收养人申请'],
    plain: [
      '满了十八岁，自己写申请就能改名。',
      '没满十八岁，爸爸妈妈都要同意。',
      '带身份证、户口簿和申请。',
      '单位证明、无犯罪证明都不用开。',
      '号码不会变，别的证要一样样去改。',
    ],
    questions: [
      ask(
        'what',
        '是哪一种？',
        ['new', '想换个名字'],
        ['typo', '当初登错了字'],
        ['birth', '民族、生日、性别错了', 'guide:register-correction'],
      ),
      ask('adult', '改名的人满18岁了吗？', ['yes', '满了', 'end'], ['no', '没满']),
      ask('parents', '孩子的父母离婚了吗？', ['no', '没有'], ['yes', '离了']),
    ],
    rules: { 'parents-consent': on('adult', 'no') },
    conditionsWhen: [
      { text: '登错字的，手里有老户口簿、出生证、毕业证的带来', when: on('what', 'typo') },
      {
        text: '离婚的，要另一方书面同意，或者写明抚养、改姓的生效文书',
        when: on('parents', 'yes'),
      },
      { text: '满8岁的孩子，要听孩子自己的意思，以窗口核实为准', when: on('adult', 'no') },
    ],
  },
  G13: {
    proxies: [guardian, '本人来最好，问得清楚'],
    plain: [
      '户口上的民族、生日、性别错了，可以改。',
      '生日只看老凭证，出生证、老底册都行。',
      '老底册我们来查，不用您去抄。',
      '民族只能跟爸爸或者跟妈妈。',
      '登错的大约十个工作日，改的十五个。',
    ],
    questions: [
      ask(
        'what',
        '要改哪一样？',
        ['ethnic', '民族', 'question:ethnic'],
        ['birthday', '出生日期', 'end'],
        ['sex', '性别', 'question:sex'],
      ),
      ask('ethnic', '民族是哪种情况？', ['wrong', '登错了', 'end'], ['change', '想改跟另一方', 'end']),
      ask('sex', '性别是哪种情况？', ['wrong', '登错了'], ['surgery', '做了手术']),
    ],
    rules: {
      'parents-papers': on('what', 'ethnic'),
      'ethnic-approval': [...on('what', 'ethnic'), ...on('ethnic', 'change')],
      'original-record': on('what', 'birthday'),
      'medical-appraisal': [...on('what', 'sex'), ...on('sex', 'surgery')],
    },
    conditionsWhen: [
      { text: '要先到民族事务部门办，拿了意见再来', when: on('ethnic', 'change') },
      { text: '登错的当场就能改', when: on('sex', 'wrong') },
      { text: '有人事档案的（公务员等）以档案为准，派出所不受理', when: on('what', 'birthday') },
    ],
  },
  G14: {
    proxies: ['本人来，户主来，都行'],
    sameDay: true,
    plain: [
      '结婚、离婚、毕业了，户口簿可以改。',
      '带身份证、户口簿和那本证。',
      '当场就改好，不要钱。',
      '湖南的户口，手机上也能办。',
    ],
    questions: [
      ask(
        'what',
        '要改哪一样？',
        ['marriage', '婚姻'],
        ['school', '文化程度'],
        ['other', '工作单位、血型'],
        ['name', '姓名', 'guide:name-change'],
      ),
      ask('comes', '谁来办？', ['self', '本人'], ['head', '户主']),
    ],
    rules: { 'marriage-certificate': on('what', 'marriage'), diploma: on('what', 'school') },
    conditionsWhen: [{ text: '这一样本人说明就行，不用带别的证', when: on('what', 'other') }],
  },
  G24: {
    proxies: ['委托别人办：委托书，加双方身份证'],
    sameDay: false,
    plain: [
      '无犯罪证明，在户口地或住的地方开。',
      '带身份证，说清做什么用。',
      '能当场开就当场开，不要钱。',
      '当场开不了的给回执，三个工作日。',
      '被治安处罚过，不算有犯罪记录。',
    ],
    questions: [
      ask('who', '谁要查？', ['self', '查我自己的'], ['employer', '单位查员工', 'end']),
      ask('register', '您的户口在这里吗？', ['here', '在这里'], ['away', '在外地，人住这里']),
      comes,
    ],
    rules: {
      'residence-proof': [...on('who', 'self'), ...on('register', 'away')],
      'proxy-letter': [...on('who', 'self'), ...on('comes', 'other')],
      'employer-papers': on('who', 'employer'),
    },
    conditionsWhen: [{ text: '单位要写明法律上凭什么查，没有规定的查不了', when: on('who', 'employer') }],
  },
  G25: {
    proxies: ['委托别人办：委托书，加双方身份证'],
    sameDay: true,
    plain: [
      '多数时候，拿户口簿给人看就够了。',
      '户口簿说不清的，再来开户籍证明。',
      '带身份证，当场开，不要钱。',
      '手机上也能申领，不用跑。',
    ],
    questions: [
      ask(
        'what',
        '要证明什么？',
        ['plain', '姓名、生日、住址这些', 'guide:proof-not-needed'],
        ['kin', '和家里人的关系', 'guide:kinship-certificate'],
        ['change', '以前的户口、改过的登记'],
        ['crime', '没有犯罪记录', 'guide:no-crime-certificate'],
      ),
      ask('book', '户口簿还在吗？', ['yes', '在'], ['no', '不在了']),
      comes,
    ],
    rules: { 'household-book': on('book', 'yes'), 'proxy-letter': on('comes', 'other') },
  },
  G37: {
    proxies: ['委托别人办：委托书，加双方身份证'],
    sameDay: false,
    plain: [
      '同在一本户口簿上的，簿子就能证明。',
      '以前同过户、现在看不出的，我们来开。',
      '说清哪一年、哪个村、和谁同户。',
      '从来没同过户的，要走公证。',
    ],
    questions: [
      ask(
        'now',
        '现在还在一本户口簿上吗？',
        ['yes', '还在一本', 'guide:proof-not-needed'],
        ['no', '不在一本了'],
      ),
      ask('once', '以前在一本户口簿上过吗？', ['yes', '在过'], ['never', '从来没有']),
      ask('old', '家里还有老户口簿吗？', ['yes', '有'], ['no', '没有']),
      comes,
    ],
    rules: { 'old-household-book': on('old', 'yes'), 'proxy-letter': on('comes', 'other') },
    conditionsWhen: [
      { text: '从来没有同过户的，凭出生证、公证书或法院文书，派出所开不了', when: on('once', 'never') },
    ],
  },
  G38: {
    noPapers: true,
    sameDay: true,
    proxies: ['不用来，谁都不用跑'],
    plain: [
      '姓名、生日、住址，身份证就能证明。',
      '和户主的关系，户口簿就能证明。',
      '结没结婚，找民政；学历，找学校。',
      '对方一定要，请他写明法律依据。',
    ],
    questions: [
      ask(
        'what',
        '人家要您证明什么？',
        ['self', '姓名、生日、住址、号码', 'end'],
        ['family', '和家里人的关系'],
        ['marriage', '结没结婚、学历', 'end'],
        ['crime', '没有犯罪记录', 'guide:no-crime-certificate'],
      ),
      ask('book', '户口簿上看得出来吗？', ['yes', '看得出'], ['no', '看不出', 'guide:kinship-certificate']),
    ],
    conditionsWhen: [
      { text: '拿身份证给对方看就行', when: on('what', 'self') },
      { text: '婚姻找民政局，学历找学校或教育局', when: on('what', 'marriage') },
      { text: '拿户口簿给对方看就行', when: on('book', 'yes') },
    ],
  },
  G26: {
    proxies: ['案情只告诉本人；没满18岁的由监护人陪着'],
    sameDay: false,
    plain: [
      '报了案，派出所要给您一张回执。',
      '证据不齐，也先给您登记。',
      '查进度，带身份证和回执编号。',
      '只告诉本人，别托人打听。',
      '正在发生的，马上打110。',
    ],
    questions: [
      ask(
        'what',
        '您要做什么？',
        ['report', '来报案'],
        ['ask', '查办到哪一步', 'question:receipt'],
        ['now', '正在发生，快来人', 'end'],
      ),
      ask('leads', '手里有转账、聊天、照片吗？', ['yes', '有', 'end'], ['no', '没有', 'end']),
      ask('receipt', '回执还在吗？', ['yes', '在，或记得编号'], ['no', '找不到了']),
    ],
    rules: {
      receipt: [...on('what', 'ask'), ...on('receipt', 'yes')],
      leads: [...on('what', 'report'), ...on('leads', 'yes')],
    },
    conditionsWhen: [
      { text: '有危险现在就打110', when: on('what', 'now') },
      { text: '没有证据也可以报案，民警会先登记', when: on('leads', 'no') },
      { text: '回执找不到的，带身份证来，说清哪天报的案', when: on('receipt', 'no') },
    ],
  },
}
