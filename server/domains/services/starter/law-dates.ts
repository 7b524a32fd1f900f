/**
 * Of which year the text of a law is that was compared, as its readers ask for it. Documents with a number carry their year
 * in it. The public order law was renumbered, so of it the day is said from which the new numbers hold.
 */
const years: Record<string, string> = {
  户口登记条例: '1958年',
  居民身份证法: '2011年修正',
  居住证暂行条例: '2015年',
  治安管理处罚法: '2025年修订，2026年1月1日起施行',
  公安机关办理行政案件程序规定: '2019年',
  公安机关办理刑事案件程序规定: '2020年修正',
  民法典: '2020年',
  妇女权益保障法: '2022年修订',
  护照法: '2006年',
  机动车驾驶证申领和使用规定: '2021年，2025年1月1日起有修订',
  机动车登记规定: '2021年',
  大型群众性活动安全管理条例: '2007年',
  烟花爆竹安全管理条例: '2016年修订',
  保安服务管理条例: '2022年修订',
  旅馆业治安管理办法: '2022年修订',
  互联网上网服务营业场所管理条例: '2024年修订',
  娱乐场所管理条例: '2020年修订',
  动物防疫法: '2021年修订',
  长沙市养犬管理条例: '2019年5月1日施行，2021年修正',
  优化营商环境条例: '2019年',
  政务数据共享条例: '2025年',
  湖南省人民政府令第238号: '2009年',
}

/** A line of legal basis with the year of the text behind the law's name, unless the line says a year itself. */
export function dateLaw(line: string): string {
  const law = Object.keys(years).find((name) => line.startsWith(name))
  if (!law || /\d{4}年/.test(line)) return line
  return `${law}（${years[law]}）${line.slice(law.length)}`
}
