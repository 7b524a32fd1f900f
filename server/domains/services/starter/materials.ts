import type { StarterMaterial } from './starter-guide.ts'

const biometricNote = '人像、指纹核验通过的可以不带，以窗口核实为准'

export const identityCard: StarterMaterial = {
  key: 'identity-card',
  name: '申请人身份证',
  form: 'original',
  copies: 1,
  electronic: false,
  shared: false,
  note: biometricNote,
}

export const householdBook: StarterMaterial = {
  key: 'household-book',
  name: '户口簿',
  form: 'original',
  copies: 1,
  electronic: false,
  shared: false,
  note: biometricNote,
}

export const marriageCertificate: StarterMaterial = {
  key: 'marriage-certificate',
  name: '结婚证',
  form: 'original',
  copies: 1,
  electronic: true,
  shared: true,
  note: '系统里查得到的不用带',
}

export const parentsIdentityCards: StarterMaterial = {
  key: 'parents-identity-cards',
  name: '父母的身份证',
  form: 'original',
  copies: 2,
  electronic: false,
  shared: false,
  note: '没领结婚证、孩子跟妈妈上户的，只带妈妈的',
}

export const propertyProof: StarterMaterial = {
  key: 'property-proof',
  name: '房屋凭据（不动产权证、宅基地批准书、公房租约，有一样就行）',
  form: 'original',
  copies: 1,
  electronic: true,
  shared: false,
  note: '在手边就带上，系统里查得到的不用交',
}

export const applicationForm: StarterMaterial = {
  key: 'application-form',
  name: '申请表',
  form: 'at_window',
  copies: 1,
  electronic: false,
  shared: false,
  note: '窗口有',
}

export const proxyLetter: StarterMaterial = {
  key: 'proxy-letter',
  name: '委托书和代办人身份证',
  form: 'original',
  copies: 1,
  electronic: false,
  shared: false,
  when: '请别人代办的',
}
