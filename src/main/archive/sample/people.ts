import type { Role } from '../../../shared/roles.ts'

export const SAMPLE_COMPANY = '砚山矿业营销总公司'

export const SAMPLE_DEPARTMENTS = [
  { code: 'XS1', name: '销售一部' }, { code: 'XS2', name: '销售二部' }, { code: 'GY', name: '供应部' }, { code: 'SC', name: '市场部' },
] as const

export type SampleLogin =
  | 'zhoumin' | 'shenqiushi' | 'liruogu' | 'wangli' | 'zhaoyuan' | 'xuzhiyuan' | 'wutong' | 'hezhenbang' | 'chenliqun' | 'guhuaiyuan'
  | 'linnianzu' | 'tangxi' | 'mengzhixing'

type SamplePerson = { login: SampleLogin; name: string; phone: string; departmentCode: string | null; roles: readonly Role[] }

/** Fictional people, one or more for every role; the archivist first, since most of the work is hers. */
export const SAMPLE_PEOPLE: readonly SamplePerson[] = [
  { login: 'zhoumin', name: '周敏', phone: '8010', departmentCode: null, roles: ['archivist'] },
  { login: 'guhuaiyuan', name: '顾怀远', phone: '8001', departmentCode: null, roles: ['officeDirector'] },
  { login: 'chenliqun', name: '陈立群', phone: '8020', departmentCode: null, roles: ['creditAdministrator'] },
  { login: 'liruogu', name: '李若谷', phone: '8062', departmentCode: 'XS1', roles: ['salesperson'] },
  { login: 'wangli', name: '王砺', phone: '8063', departmentCode: 'XS1', roles: ['salesperson'] },
  { login: 'zhaoyuan', name: '赵予安', phone: '8071', departmentCode: 'XS2', roles: ['salesperson'] },
  { login: 'xuzhiyuan', name: '许知远', phone: '8081', departmentCode: 'GY', roles: ['salesperson'] },
  { login: 'wutong', name: '吴桐', phone: '8060', departmentCode: 'XS1', roles: ['departmentClerk'] },
  { login: 'hezhenbang', name: '何振邦', phone: '8005', departmentCode: null, roles: ['salesDirector'] },
  { login: 'linnianzu', name: '林念祖', phone: '8000', departmentCode: null, roles: ['generalManager'] },
  { login: 'shenqiushi', name: '沈秋实', phone: '8011', departmentCode: null, roles: ['archivist'] },
  { login: 'tangxi', name: '唐汐', phone: '8090', departmentCode: null, roles: ['systemAdministrator'] },
  { login: 'mengzhixing', name: '孟知行', phone: '8095', departmentCode: null, roles: ['auditor'] },
]

/** Shown on the sign-in page of the sample, and on no other. */
export const samplePassword = (login: string) => `${login}-2026`
