import { cite } from './sources.ts'
import { rereadOn, type ScriptText, split } from './starter-script.ts'

export const mediationIllnessAndCamerasScripts: ScriptText[] = [
  {
    code: 'ME31',
    scenario: 'mediation',
    topic: '先稳住',
    title: '屋里有精神病人，怎么送医',
    body: '正在伤人、伤自己，马上打110、120，人先退开。{居民称呼}，这里是{所名}。病人停了药、闹得厉害，家里人可以送他去医院看；有伤人伤己危险的，公安会制止、一起送医。刀子、农药、打火机收好，莫打、莫锁。讲清在哪里，我请民警和村里来。',
    spoken: '正在伤人伤己的马上打幺幺零。停了药闹得厉害，家里人可以送医，我请民警一起来。',
    keywords: split(
      '精神病人 不肯吃药 疯了 精神分裂 神经病 送精神病院 停了药 护送 胡言乱语 犯病了 发狂 脑子有病',
    ),
    sources: [cite('mentalHealthLaw', 28)],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
  {
    code: 'ME32',
    scenario: 'mediation',
    topic: '邻里',
    title: '邻居的摄像头对着我家',
    body: '{居民称呼}，这里是{所名}。装摄像头防贼可以，莫对着别人的门窗、院子、茅厕。先好好讲，请他转个方向，或者请村（居）委会来看。讲不通的，拍照记下，可以申请调解，也可以起诉；偷拍人家屋里是违法，我请民警来看。莫自己去砸、去剪线。',
    spoken: '装摄像头莫对着人家门窗，先请他转个方向。偷拍人家屋里违法，我请民警来看。',
    keywords: split(
      '摄像头对着 邻居装监控 探头 拍我家门口 装摄像头 监视我家 摄像头朝 可视门铃 侵犯我隐私 对着窗户拍 对门装 拍到我屋',
    ),
    sources: [cite('civilCode', 1032, 1033), cite('publicOrder', 50), cite('cameras', 33)],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
]
