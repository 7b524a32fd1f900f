import { cite } from './sources.ts'
import { recheckOn, rereadOn, type ScriptText, split } from './starter-script.ts'

export const businessResidenceScripts: ScriptText[] = [
  {
    code: 'BU44',
    scenario: 'business',
    topic: '居住和租房',
    title: '外地人来住，居住登记',
    body: '{居民称呼}，这里是{所名}。从别的县市来这里做事、租房的，来了几天内登记一下，不收钱，以后办居住证、孩子读书用得着。带身份证、住的地址、房东电话，手机上也能报。几天内报，以窗口核实为准。',
    spoken: '外地来住的，来了就登记一下，不收钱。带身份证、住址、房东电话，手机也能报。',
    keywords: split(
      '居住登记 暂住 外地人 来打工 暂住证 来这里做事 登记住址 流动人口 租在这里 外省工人 厂里来人 报一下 租房的外地人 邵阳来的',
    ),
    sources: [cite('residencePermits', 2), cite('hunanResidence')],
    auxiliaryMay: true,
    expiresOn: recheckOn,
  },
  {
    code: 'BU45',
    scenario: 'business',
    topic: '居住和租房',
    title: '居住证、签注',
    body: '{居民称呼}，这里是{所名}。登记住满半年，有工作、有住处、在读书占一样，就能办居住证，头一本不收钱。每年到期前一个月签注一次，忘了签，补签还能用。老人孩子家里人可以代办，几天以窗口核实为准。',
    spoken: '住满半年，有工作或住处，就能办居住证，头一本不收钱。每年记得签注一次。',
    keywords: split(
      '居住证 签注 续签 住满半年 居住证过期 居住证到期 办居住证 孩子读书居住证 做了半年事 孩子在这上学 外地户口读书 住了一年 居住卡',
    ),
    sources: [cite('residencePermits', 2, 9, 10, 21), cite('hunanMeasures')],
    auxiliaryMay: true,
    expiresOn: recheckOn,
  },
  {
    code: 'BU46',
    scenario: 'business',
    topic: '居住和租房',
    title: '房子租出去要做什么',
    body: '{居民称呼}，这里是{所名}。房子租出去，先看租客身份证，姓名、证件号记下来，人家不肯登记的莫租。看着像做犯法事的，告诉我们。不登记出租的要罚，登记本身不收钱。门面、杂屋住人的一样要登。',
    spoken: '房子租出去，先看租客身份证，记下来。不肯登记的莫租，登记不收钱。',
    keywords: split(
      '出租 租客 房东 房子租出去 租房登记 租给别个 空房子出租 租户 要登记不 收租 两间屋 楼上给别人住 外省人住 短租',
    ),
    sources: [cite('publicOrder', 68), cite('rentals')],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
]
