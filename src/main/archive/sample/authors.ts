import { SAMPLE_COMPANY } from './people.ts'

/** Bodies that issue papers, by what stands in a title of the catalogue. */
const ISSUERS: readonly (readonly [RegExp, string])[] = [
  [/营业执照/, '市场监督管理局'], [/税务登记/, '税务局'], [/许可证书/, '行政审批局'], [/资质证书/, '住房和城乡建设局'], [/荣誉/, '行业协会'],
  [/登记文书/, '不动产登记中心'], [/见证/, '见诚律师事务所'], [/公证书/, '公证处'], [/资信调查/, '信远资信评估公司'],
]
/** What the sample's own company writes; everything else comes from the party. */
const OURS = /我方|审批|授信|通知函|信用表单|年审|调查表|分析|记录|对账单|概况|习惯|状况|可行性|报审|验收|变更|解除|合同/

/** 责任者: who wrote or issued a document of the catalogue, told by its title. Who made a name card or a recording nobody asks. */
export function authorOf(title: string, partyName: string): string | null {
  if (/名片|录音|网页/.test(title)) return null
  return ISSUERS.find(([pattern]) => pattern.test(title))?.[1] ?? (OURS.test(title) ? SAMPLE_COMPANY : partyName)
}
