import { say } from '../../ui/text/say.ts'

export const shellText = say({
  product: ['连心桥', 'Lianxinqiao'],
  back: ['返回', 'Back'],
  home: ['回首页', 'Home'],
  bigger: ['字大一点', 'Larger text'],
  biggest: ['字再大点', 'Even larger'],
  smaller: ['字小一点', 'Smaller text'],
  otherLanguage: ['English', '中文'],
  loading: ['正在打开', 'Loading'],
  retry: ['再试一次', 'Try again'],
  reload: ['重新打开', 'Open again'],
  orCall: ['或者打电话', 'Or call'],
  yes: ['确定', 'Yes'],
  cancel: ['取消', 'Cancel'],
  close: ['关闭', 'Close'],
  offline: [
    '现在没有网。您写的内容都存在手机上，有网了自动发。',
    'No network. What you write is kept on this phone and sent later.',
  ],
  reconnecting: ['网络断了，正在重连…', 'Connection lost, reconnecting…'],
  noNetwork: ['没有打开', 'Not opened'],
  noNetworkPage: ['网络不好，这一页没有打开。', 'This page could not be loaded.'],
  broken: ['页面出错了。您写的内容还在手机上。', 'Something broke. What you wrote is still on this phone.'],
  dangerCall: ['有危险先打 110', 'In danger? Call 110 first'],
  whichStation: [
    '请从村里发的链接或二维码打开，每个派出所有自己的页面。',
    'Please open the link or QR code of your own station.',
  ],
  noStation: ['没有找到这个派出所，请核对链接。', 'No such station. Please check the link.'],
  gone: [
    '没有找到。可能已经收起来了，也可能链接没有复制全。',
    'Not found. It may have been taken away, or the link is not complete.',
  ],
  missing: ['没有这一页', 'There is no such page'],
})
