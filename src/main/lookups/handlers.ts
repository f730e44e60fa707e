import type { Handlers } from '../pipeline/context.ts'
import { cancelSlip } from './cancel.ts'
import { changeSlip } from './change.ts'
import { claimReturned } from './claim-returned.ts'
import { createSlip } from './create.ts'
import { desk } from './desk.ts'
import { findByCode } from './find.ts'
import { getSlip } from './get.ts'
import { handOut } from './hand-out.ts'
import { listSlips } from './list.ts'
import { register } from './register.ts'
import { remindBorrower } from './remind.ts'
import { renewLoan } from './renew.ts'
import { reportLost } from './report-lost.ts'
import { signSlip } from './sign.ts'
import { submitSlip } from './submit.ts'
import { takeBack } from './take-back.ts'

export const lookupHandlers = {
  'lookups.create': createSlip,
  'lookups.change': changeSlip,
  'lookups.submit': submitSlip,
  'lookups.cancel': cancelSlip,
  'lookups.sign': signSlip,
  'lookups.handOut': handOut,
  'lookups.takeBack': takeBack,
  'lookups.renew': renewLoan,
  'lookups.claimReturned': claimReturned,
  'lookups.reportLost': reportLost,
  'lookups.remind': remindBorrower,
  'lookups.get': getSlip,
  'lookups.find': findByCode,
  'lookups.desk': desk,
  'lookups.list': listSlips,
  'lookups.register': register,
} satisfies Handlers<
  | 'lookups.create' | 'lookups.change' | 'lookups.submit' | 'lookups.cancel' | 'lookups.sign' | 'lookups.handOut' | 'lookups.takeBack'
  | 'lookups.renew' | 'lookups.claimReturned' | 'lookups.reportLost' | 'lookups.remind' | 'lookups.get' | 'lookups.find'
  | 'lookups.desk' | 'lookups.list' | 'lookups.register'
>
