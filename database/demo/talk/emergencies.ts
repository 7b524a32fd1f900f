import type { Scenario } from '../../../contract/vocabulary.ts'
import type { Topic } from './topic.ts'

/** What can't wait: somebody goes at once, and a person reads it as an emergency at the end too. */
export const emergencyTopics: readonly (Topic & { scenario: Scenario })[] = [
  {
    scenario: 'safety',
    weight: 3,
    asks: [
      '我爷爷八十二岁，早上出去到现在冇回来，脑子有点糊涂，穿蓝棉袄',
      '老人家走丢了两个小时，电话也冇带，{处}都找遍了',
    ],
    answers: ['马上打110，同时告诉我最后看见的地方和穿的衣服。我们现在就出来找。'],
    script: 'SA09',
    ends: ['老人在{处}找到，已送回家，身体没有大碍。'],
    sceneEnds: ['老人在{处}找到，已送回家，身体没有大碍。', '沿路寻找，一个多小时后在邻村找到，交给家人。'],
    case: { kind: 'help', title: '老人走失', share: 0.8 },
  },
  {
    scenario: 'mediation',
    weight: 3,
    asks: ['{邻}拿着刀在门口骂，要砍人，快来', '两家人打起来了，有人头上出血了，快来人'],
    answers: ['已经出警，请马上打110，躲到屋里锁好门，不要上前。'],
    script: 'ME13',
    ends: ['到场控制住了，没有人受重伤，民警依法处理。'],
    sceneEnds: ['几分钟到场，收了刀，双方分开，伤者送医，民警依法处理。'],
    case: { kind: 'dispute', title: '打架伤人', share: 0.7 },
  },
  {
    scenario: 'anti_fraud',
    weight: 2.5,
    asks: ['刚刚转出去{金}，对方就把我拉黑了，怎么办，快点', '我娘正在银行要转{金}给什么公检法，拦不住'],
    answers: ['马上打110，报您的账号、对方账号户名、金额、时间，能止付。我现在给您打电话。'],
    script: 'AF13',
    ends: ['已紧急止付，受案回执交给本人。'],
    sceneEnds: ['赶到网点，钱没有转出去，当面讲清了骗局。', '已紧急止付，民警到家做了笔录。'],
    case: { kind: 'fraud', title: '刚转账被骗', share: 0.8 },
  },
  {
    scenario: 'safety',
    weight: 2,
    asks: ['{处}着火了，火好大，屋里还有老人', '水库边上有个伢子掉下去了，快来救人'],
    answers: ['请马上打119、120。人先离开，不会水的不要下水，我们已经出发。'],
    ends: ['火已扑灭，人都出来了。'],
    sceneEnds: ['到场时人已经救上来，送医院观察，没有生命危险。', '配合消防灭了火，没有人受伤。'],
    case: { kind: 'safety', title: '着火、落水救助', share: 0.6 },
  },
  {
    scenario: 'mediation',
    weight: 1.5,
    asks: ['我男人又打我，脸都肿了，带着崽躲在{邻}', '他喝了酒砸东西，说要弄死我，我不敢回去'],
    answers: ['您现在安全吗？孩子在身边吗？先别回去，马上打110，我们过来接您。'],
    script: 'ME10',
    ends: ['已出具告诫书，联系妇联和村里跟进。'],
    sceneEnds: ['民警到场制止，送医验伤，出具告诫书，村里和妇联跟进。'],
    case: { kind: 'dispute', title: '家庭暴力', share: 0.9 },
  },
]
