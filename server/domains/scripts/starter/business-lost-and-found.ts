import { cite } from './sources.ts'
import { rereadOn, type ScriptText, split } from './starter-script.ts'

export const businessLostAndFoundScripts: ScriptText[] = [
  {
    code: 'BU61',
    scenario: 'business',
    topic: '丢失和拾到',
    title: '捡到东西，交到哪里',
    body: '{居民称呼}，谢谢您，这里是{所名}。捡到东西，晓得是哪个的就还他；不晓得的，交到派出所，讲清在哪里、几时捡的，我们登记、找人、发招领。来领的要讲得出样子。招领满一年没人认的归国家。自己留着不还，人家可以依法来要。',
    spoken: '捡到东西，晓得是哪个的就还他，不晓得的交到派出所，讲清在哪里、几时捡的。',
    keywords: split('捡到手机 捡到钱包 捡到钱 捡的包 拾到 失物招领 上交 认领 失主 拾金不昧 捡到卡 捡了个'),
    sources: [cite('civilCode', 314, 315, 316, 317, 318)],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
  {
    code: 'BU62',
    scenario: 'business',
    topic: '丢失和拾到',
    title: '钱包、手机掉了，先做哪几样',
    body: '{居民称呼}，这里是{所名}。钱包、手机掉了莫慌：先打银行把卡挂失，打电话公司停机，微信、支付宝锁上；身份证来补，受理就挂失。再问车上、店里，回想落在哪里。是被偷被抢的，打110。来所里登记个样子，有人交来就告诉您。',
    spoken: '先打银行挂失卡，停了手机，锁上微信支付宝，再来补身份证。被偷的打幺幺零。',
    keywords: split(
      '手机掉了 钱包掉了 银行卡掉了 丢了手机 落在车上 忘在店里 卡挂失 掉了东西 丢了钱包 遗失物品 掉在路上 寻物',
    ),
    sources: [cite('idCardLaw', 11), cite('civilCode', 314, 315), cite('safetySense')],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
  {
    code: 'BU67',
    scenario: 'business',
    topic: '身份证',
    title: '身份证被老板、别人扣着',
    body: '{居民称呼}，这里是{所名}。老板也好、别人也好，都不能扣您的身份证。先好好要，聊天和录音留着；厂里不给的，打12333找劳动监察，会责令他退。被关着、逼着做事的，马上打110。等着用的可以来补一张。要不回的，讲清是哪个，我请民警看。',
    spoken: '哪个都不能扣您的身份证。厂里不给的打幺二三三三，被关着的马上打幺幺零。',
    keywords: split(
      '扣我身份证 压着身份证 证件被扣 老板拿走证 押身份证 身份证押 不还我证 扣着不给 收了我的证 厂里扣证 拿我证不给 押证件',
    ),
    sources: [cite('idCardLaw', 15), cite('labourContracts', 9, 84)],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
]
