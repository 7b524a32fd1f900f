import { cite } from './sources.ts'
import { rereadOn, type ScriptText, split } from './starter-script.ts'

export const safetyStrangersInNeedScripts: ScriptText[] = [
  {
    code: 'SA51',
    scenario: 'safety',
    topic: '道路',
    title: '喝醉的人躺在路边',
    body: '叫不醒、头上有伤，打120；躺在马路上、要打人，打110。{居民称呼}，这里是{所名}。醉了的人让他侧着躺，莫丢在路边、塘边，守到屋里人来。莫跟他吵，莫扶他上摩托。醉得要伤人伤己的，民警依法约束到酒醒。讲清地方，我请民警去看。',
    spoken: '喝醉叫不醒的打幺二零，躺在马路上打幺幺零。让他侧着躺，守到屋里人来。',
    keywords: split(
      '喝醉了 醉汉 酒鬼 喝多了 躺在路边 发酒疯 醉倒 叫不醒 借酒闹事 醉酒的人 喝麻了 睡在马路上',
    ),
    sources: [cite('publicOrder', 15), cite('safetySense')],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
  {
    code: 'SA52',
    scenario: 'safety',
    topic: '找人找牛',
    title: '碰到迷路的老人、没人领的孩子',
    body: '马上打110，讲清在哪里、什么样子。{居民称呼}，这里是{所名}，谢谢您肯停一脚。先陪着他，坐到亮处、有人的地方，看看衣服里有没有电话。莫自己带回家，莫把照片发网上。捡到毛毛的一样先打110；流浪讨米没处去的，可以送救助站。',
    spoken: '碰到迷路的老人孩子，马上打幺幺零，陪着他，莫带回家，照片莫发到网上。',
    keywords: split(
      '迷路的老人 捡到孩子 走失的孩子 不认得家 找妈妈 陌生老人 弃婴 流浪汉 问不出名字 找不到家 路边的孩子 捡到毛毛',
    ),
    sources: [cite('callScope'), cite('vagrants', 5)],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
]
