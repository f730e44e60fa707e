/** Reference text: limits granted to parties. */
export const limits = {
  proposal: {
    title: '额度建议', limit: '建议额度', term: '账期', days: (days: number) => `${days} 天`, binds: '取此值', owed: (why: string) => `${why}，按新客户额度`, leftOut: (why: string) => `${why}，不计`, none: '不予赊销，款到发货',
    onGrade: (label: string, coefficient: string) => `${label}，系数 ${coefficient}`, unrated: '未评级', because: (binding: string) => `由“${binding}”决定`, noPart: '评级方案没有额度部分', yuan: '元',
  },
}
