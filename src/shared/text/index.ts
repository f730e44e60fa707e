import type { zhCN } from './zh-CN.ts'

/**
 * Every word a person reads, by capability. A phrase with values in it is a function of them; a missing key in a language
 * does not compile. `zh-CN.ts` and `en.ts` are imported where a language is chosen, never both in one bundle needlessly.
 */
export type Text = typeof zhCN
export type Language = 'zh-CN' | 'en'
