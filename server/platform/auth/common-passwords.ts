/**
 * Words that people at a station would think of first, with what they like to put around them taken off
 * (password-rules strips digits and signs at both ends). Whole passwords with digits inside stand as they are typed.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `password passw0rd admin administrator root test guest user login welcome hello iloveyou woaini woaiwojia qwerty
  qwertyuiop asdfgh asdfghjkl zxcvbnm letmein monkey dragon sunshine princess football superman master secret
  changeme default system manager police jingcha paichusuo gonganju gongan minjing fujing suozhang jingwu
  lianxinqiao dachengqiao ningxiang changsha hunan zhongguo china beijing shanghai aa bb abc abcd abcde abcabc aaaa
  qwer asdf zxcv qaz wsx edc qazwsx qazwsxedc qweasd qweasdzxc asdqwe zaq xsw q a z aini baobao mima wodemima
  tiantian xiaoming wangwei zhangwei liwei nihao nihaoma woshishui fuwu renmin weirenminfuwu pass word key temp
  p@ssword p@ssw0rd passw0rd1 admin123admin abc123abc123 a123456789 a1234567890 aa123456789 q123456789 1q2w3e4r5t
  1q2w3e4r5t6y 1qaz2wsx3edc 1qaz@wsx3edc zaq12wsxcde3 123qweasdzxc 123456qwerty qwerty123456 abcd123456 123456abcd
  woaini1314520 5201314woaini 1314521woaini a1b2c3d4e5 110110110a jingcha110 110jingcha admin@12345 admin12345678
  147258369a 159357456a 741852963a qq123456789 wang123456 zhang123456 li123456789 chen123456 liu1234567`
    .split(/\s+/)
    .filter(Boolean),
)
