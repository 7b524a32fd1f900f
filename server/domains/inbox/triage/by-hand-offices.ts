import type { Office } from '../../../../contract/vocabulary.ts'
import { listWords } from './find-words.ts'
import type { ScenarioRule } from './scenario-words.ts'

const rule = (office: Office, because: string, words: string): ScenarioRule => ({
  scenario: 'other_office',
  office,
  weight: 3,
  because,
  words: listWords(words),
})

/**
 * The offices of which residents seldom write have no sentences to learn from: only words that cannot mean another one
 * name them. These rules are read, never trained on (readRules); who doubts leaves a word out, and a person chooses.
 */
export const byHandRules: ScenarioRule[] = [
  rule(
    'transport',
    '归交通运输部门管，可打 12328',
    `12328 客运站 运管{所|站|处|局} 交通运输局 {班车|客车|大巴|中巴|出租车|网约车|的士}{|司机}{甩客|拒载|绕路|宰客|不打表|乱要价|乱涨价|乱收费|乱收钱|加价} {国道|省道|高速}{公路|}{塌|坏|烂|坑|养护}`,
  ),
  rule(
    'disabled_persons',
    '归残联管，可打 12385',
    `12385 残联 残疾人联合会 残疾证 残疾{等级|评定|鉴定} {评|定}残{等|级} {免费|申请|申领|补贴}{的|}{轮椅|助听器|假肢|拐杖} {轮椅|助听器|假肢}{补贴|补助|申请|免费} 残疾人{康复|就业|培训}`,
  ),
  rule('youth', '可打青少年服务热线 12355', `12355 团委 共青团 青少年{服务台|热线|服务中心|事务中心}`),
  rule(
    'online_content',
    '网上的不良信息可向 12377 举报',
    `12377 网信{办|部门} {网上|网络}{的|}{不良|有害|违法和不良}信息 举报{这个|一个|}{公众号|视频号|直播间|短视频} {公众号|视频号|直播间|短视频}{怎么|在哪|在哪里|哪里|要}举报`,
  ),
  rule(
    'procuratorate',
    '归检察院管，可打 12309',
    `12309 检察监督 {找|去|到}检察院{申诉|告|反映|举报|问} 检察院{在哪|电话是|怎么去|管不管} {申请|要求|提出}{检察院|}抗诉`,
  ),
  rule(
    'cadre_complaint',
    '举报干部找纪委监委，可打 12388',
    `12388 纪委 监委 纪检 {村支书|村书记|村主任|村干部|组长|镇干部|镇长|乡长}{贪污|贪了|受贿|收红包|吃回扣|挪用|拿回扣|收好处}`,
  ),
]
