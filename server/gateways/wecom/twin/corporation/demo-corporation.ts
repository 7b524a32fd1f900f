import type { AppSettings, MemberSettings } from './app.ts'

/** An invented corporation: no id, secret or name of it exists anywhere. */
export const demoApp: AppSettings = {
  name: 'workbench',
  agentId: 1000002,
  secret: 'EMUsecret-workbench-000000000000000000000001',
  permissions: ['contact', 'kf', 'message'],
  kfAccounts: 'all',
  sees: 'all',
  redirectDomain: null,
}

export const demoMembers: MemberSettings[] = [
  { userid: 'WangJianGuo', name: '王建国' },
  { userid: 'LiXiuYing', name: '李秀英' },
  { userid: 'ZhaoMin', name: '赵敏' },
  { userid: 'ChenHao', name: '陈浩' },
]

export const demoCallback = {
  token: 'EMUcallbackToken',
  encodingAesKey: 'EMUkeyEMUkeyEMUkeyEMUkeyEMUkeyEMUkeyEMUkeyE',
}
