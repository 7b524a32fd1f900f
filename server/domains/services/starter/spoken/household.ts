import { ask, comes, family, guardian, on, type Spoken } from './spoken.ts'

/** Splitting, setting up, birth and death. */
export const spokenOfHouseholds: Record<string, Spoken> = {
  G01: {
    proxies: ['户主和申请人最好一起来', '户主来不了的，写好同意的意见带来'],
    sameDay: true,
    plain: [
      '分户就是另外立一本户口簿。',
      '要成年了，而且已经分开过日子。',
      '带身份证、原来的户口簿。',
      '还要带房子的证，有一样就行。',
      '没有证，请村里写个分家实住的说明。',
      '户主一起来，最省事。',
      '材料齐，当天就能拿新户口簿。',
      '分户不等于分宅基地，那个归村里镇里管。',
    ],
    questions: [
      ask(
        'register',
        '您的户口现在在这个派出所吗？',
        ['here', '在这里'],
        ['away', '在外地', 'guide:migration-papers'],
      ),
      ask('adult', '要分出来的人满18岁了吗？', ['yes', '满了'], ['no', '没满', 'end']),
      ask(
        'reason',
        '为什么分开？',
        ['marriage', '结婚了'],
        ['divorce', '离婚了'],
        ['family', '兄弟、父子分家'],
      ),
      ask(
        'house',
        '您住的房子有证吗？',
        ['own', '证在我名下'],
        ['shared', '分家、赠与、继承来的'],
        ['court', '离婚协议、判决让我住的'],
        ['public', '公房，租约分开了'],
        ['approved', '批了新宅基地、建房许可'],
        ['none', '自己建的，没有证'],
      ),
      ask('head', '户主能一起来吗？', ['yes', '能来'], ['no', '来不了']),
    ],
    rules: { 'marriage-change': on('reason', 'marriage', 'divorce'), 'head-consent': on('head', 'no') },
    conditionsWhen: [
      { text: '没成年的孩子不能单独分户', when: on('adult', 'no') },
      { text: '房子没有证的，请村（居）委会写“分家实住”说明，当房屋凭据用', when: on('house', 'none') },
      { text: '分家、赠与、继承的，带析产协议或继承文书，当房屋凭据用', when: on('house', 'shared') },
      {
        text: '离婚协议、判决、公房租约、建房批文，有一样就当房屋凭据，不用再开说明',
        when: on('house', 'court', 'public', 'approved'),
      },
      { text: '夫妻之间一般不分户；因为结婚分户，是从父母的户里分出来', when: on('reason', 'marriage') },
    ],
  },
  G02: {
    proxies: [family],
    sameDay: true,
    plain: [
      '立户就是有了自己的房子，新立一户。',
      '一个人住也可以立户。',
      '带身份证、户口簿、房子的证。',
      '材料齐，当场就办好，不要钱。',
      '户口还在外地的，要先办迁入。',
    ],
    questions: [
      ask(
        'register',
        '您的户口现在在哪里？',
        ['family', '在家里人的户口簿上', 'guide:household-split'],
        ['here', '在本镇，自己立户', 'question:comes'],
        ['away', '在外地'],
      ),
      ask(
        'away',
        '为什么迁来？',
        ['married', '跟爱人过', 'guide:spouse-move-in'],
        ['house', '在镇上买了、租了房', 'guide:move-in-to-town'],
        ['back', '迁回老家', 'guide:return-to-village'],
        ['other', '不是这些'],
      ),
      comes,
    ],
    rules: { 'proxy-letter': on('comes', 'other') },
  },
  G03: {
    proxies: ['户主、亲属、抚养人、邻居都可以来报'],
    sameDay: true,
    plain: [
      '孩子出生一个月里来上户口最好。',
      '没满一岁，都按出生登记办。',
      '跟爸爸跟妈妈上户，你们自己定。',
      '没结婚的，第几个孩子，都能上。',
      '带出生证、户口簿、父母身份证。',
      '材料齐，当场办好，不要钱。',
    ],
    questions: [
      ask('age', '孩子满1岁了吗？', ['under', '没满1岁'], ['over', '满了1岁', 'guide:late-registration']),
      ask('married', '爸爸妈妈领结婚证了吗？', ['yes', '领了', 'end'], ['no', '没有领']),
      ask('with', '孩子跟谁上户口？', ['mother', '跟妈妈'], ['father', '跟爸爸']),
    ],
    rules: {
      'marriage-certificate': on('married', 'yes'),
      'unmarried-statement': on('married', 'no'),
      'paternity-test': [...on('married', 'no'), ...on('with', 'father')],
    },
    conditionsWhen: [
      { text: '没有结婚证一样能上户口，窗口写个说明就行', when: on('married', 'no') },
      { text: '跟妈妈上户口的，不要亲子鉴定', when: [...on('married', 'no'), ...on('with', 'mother')] },
    ],
  },
  G04: {
    proxies: [guardian, '抚养人、亲属可以陪着来'],
    plain: [
      '过了一岁还没上户口，可以补登。',
      '大人没有户口，也可以来补。',
      '手里有什么就带什么来。',
      '不会因为没交罚款就不给上。',
      '派出所先核实，再报县局批。',
      '做比对、做调查，都不收钱。',
    ],
    questions: [
      ask(
        'age',
        '要补户口的人多大？',
        ['baby', '还没满1岁', 'guide:birth-registration'],
        ['child', '满了1岁的孩子'],
        ['adult', '大人'],
      ),
      ask(
        'why',
        '为什么没有户口？',
        ['never', '一直没上'],
        ['adopted', '抱养、收养的'],
        ['lost', '迁移证丢了、过期了'],
        ['other', '别的原因'],
      ),
    ],
    rules: {
      'birth-certificate': on('age', 'child'),
      'adoption-certificate': on('why', 'adopted'),
      'migration-certificate': on('why', 'lost'),
    },
    conditionsWhen: [
      { text: '收养没有登记的也能申请，先来讲清情况，由民警核实', when: on('why', 'adopted') },
      { text: '毕业生迁移证过期的，可以在原籍恢复户口', when: on('why', 'lost') },
    ],
  },
  G05: {
    proxies: ['户主、亲属、抚养人、邻居都可以来报'],
    sameDay: true,
    plain: [
      '家里老了人，要来注销户口。',
      '农村一个月里，城里下葬以前。',
      '带您的身份证，和过世人的证件。',
      '证件找不到，写个说明就行。',
      '死亡证明，窗口先在系统里查。',
      '材料齐，当场办好，不要钱。',
    ],
    questions: [
      ask(
        'how',
        '人是怎么走的？',
        ['illness', '年老、生病，正常走的'],
        ['unclear', '意外，或者说不清原因', 'end'],
      ),
      ask('where', '在哪里走的？', ['hospital', '在医院'], ['home', '在屋里'], ['away', '在外地']),
    ],
    conditionsWhen: [
      { text: '意外或者原因不明的，请马上打110，或者告诉派出所', when: on('how', 'unclear') },
      { text: '在屋里走的、没有医院证明，请村（居）委会写个证明，民警来核实', when: on('where', 'home') },
      {
        text: '在医院走的，请医院出《死亡医学证明》；系统里查得到就不用带纸的',
        when: on('where', 'hospital'),
      },
    ],
  },
  G15: {
    proxies: ['户主，或者同一本户口簿上的成年人', family],
    sameDay: true,
    plain: [
      '户口簿旧了能换，丢了能补。',
      '户主来，同户的大人来，都行。',
      '带身份证，旧户口簿在就带上。',
      '丢了不用登报，窗口写几句话。',
      '当场就能拿到新的。',
    ],
    questions: [
      ask('why', '户口簿怎么了？', ['lost', '丢了'], ['worn', '坏了、旧了、写满了']),
      ask('comes', '谁来办？', ['same', '户主或同户的大人'], ['other', '请别人代办']),
    ],
    rules: {
      'household-book': on('why', 'worn'),
      'loss-statement': on('why', 'lost'),
      'proxy-letter': on('comes', 'other'),
    },
  },
}
