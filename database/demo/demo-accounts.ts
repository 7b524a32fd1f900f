import type { Role } from '../../contract/vocabulary.ts'

/** The password of every demo account. It is printed at the start: the town is made up, and so is its secret. */
export const demoPassword = 'Daqiao-2026-yanshi'

export type DemoAccount = {
  username: string
  name: string
  role: Role
  password: string
  villageCode: string | null
}

const account = (
  username: string,
  name: string,
  role: Role,
  villageCode: string | null = null,
): DemoAccount => ({
  username,
  name,
  role,
  password: demoPassword,
  villageCode,
})

/** Who can sign in to the demo town: the chief, an auxiliary for each village, and two who are not staff. */
export const demoAccounts: DemoAccount[] = [
  account('chief', '贺长安', 'chief'),
  account('qingquan', '欧小满', 'auxiliary', '430182119003'),
  account('yongsheng', '喻海棠', 'auxiliary', '430182119201'),
  account('queshan', '易向阳', 'auxiliary', '430182119203'),
  account('erquan', '姜若水', 'auxiliary', '430182119206'),
  account('yuxin', '文石桥', 'auxiliary', '430182119207'),
  account('meiming', '曾晚晴', 'auxiliary', '430182119208'),
  account('dachengqiao', '戴望山', 'auxiliary', '430182119209'),
  account('chenggongtang', '夏谷雨', 'auxiliary', '430182119210'),
  account('manager', '系统管理员', 'administrator'),
  account('auditor', '监督员', 'auditor'),
]
