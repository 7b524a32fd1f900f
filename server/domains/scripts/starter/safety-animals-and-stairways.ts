import { cite } from './sources.ts'
import { recheckOn, rereadOn, type ScriptText, split } from './starter-script.ts'

export const safetyAnimalsAndStairwaysScripts: ScriptText[] = [
  {
    code: 'SA45',
    scenario: 'safety',
    topic: '隐患和举报',
    title: '屋里进了蛇、屋边有马蜂窝',
    body: '被咬被蜇的马上打120。{居民称呼}，这里是{所名}。蛇进屋、屋边有马蜂窝，人先退开，看住孩子和狗，打119，或者告诉我在哪里。莫打、莫捉、莫拿火烧、莫拿棍子捅。不少野物受法律保护，打死、捉去卖要追究，捡到受伤的也告诉我们。',
    spoken: '蛇进屋、有马蜂窝，人退开，打幺幺九，莫打莫捉莫火烧。被咬被蜇的打幺二零。',
    keywords: split(
      '有蛇 蛇进屋 马蜂窝 蜂窝 被蛇咬 毒蛇 胡蜂 蛇咬了 眼镜蛇 捉蛇 五步蛇 蜇了 野生动物 捅蜂窝',
    ),
    sources: [cite('wildlife', 6, 21, 28), cite('safetySense')],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
  {
    code: 'SA46',
    scenario: 'safety',
    topic: '隐患和举报',
    title: '楼梯间、消防通道堵了',
    body: '起火、有人困住马上打119。{居民称呼}，这里是{所名}。楼梯间、安全出口、消防车要走的路，不能堆东西、停车、上锁，先请那家和物业搬开。不肯搬的，拍照讲清地方，打12345或96119，也可以告诉我们去看。个人堵的，可以警告或罚500元以下。',
    spoken: '楼梯、消防车道莫堆东西莫停车。不肯搬的拍照，打幺二三四五，着火打幺幺九。',
    keywords: split(
      '消防通道 楼梯堆东西 安全出口 通道堵了 消防车道 楼道堆 过道堆 防火门 杂物 纸壳堆 出口锁了 灭火器没了',
    ),
    sources: [cite('fireLaw', 28, 60), cite('fireReports')],
    auxiliaryMay: true,
    expiresOn: recheckOn,
  },
  {
    code: 'SA47',
    scenario: 'safety',
    topic: '隐患和举报',
    title: '流浪狗成群',
    body: '正被狗追咬的打110，咬了先冲洗伤口、去打针。{居民称呼}，这里是{所名}。没主的狗成群，莫喂、莫打、莫下药，带孩子绕开走。讲清在哪里、几只、几点出来，打12345，镇里和村里来捕、来安置，我们也一起转。自家的狗拴好、打疫苗。',
    spoken: '没主的狗莫喂、莫打、莫下药，带孩子绕开。讲清在哪里、几只，打幺二三四五。',
    keywords: split(
      '流浪狗 野狗 没主的狗 狗群 捕狗 打狗队 一群狗 流浪猫 狗乱窜 被人丢的狗 没人要的狗 狗成群',
    ),
    sources: [cite('animalHealth', 30), cite('hotlineLinks')],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
]
