import type { schemes } from '../../shared/contract/schemes.ts'
import type { Handlers } from '../pipeline/context.ts'
import { approveScheme, reviewScheme, submitScheme, withdrawScheme } from './decide.ts'
import { listInForce, listSchemes, schemeVersion } from './list.ts'
import { rehearseScheme } from './rehearse.ts'
import { createScheme, prepareScheme, saveScheme } from './prepare.ts'

export const schemesHandlers = {
  'schemes.list': listSchemes,
  'schemes.inForce': listInForce,
  'schemes.version': schemeVersion,
  'schemes.create': createScheme,
  'schemes.prepare': prepareScheme,
  'schemes.save': saveScheme,
  'schemes.submit': submitScheme,
  'schemes.review': reviewScheme,
  'schemes.approve': approveScheme,
  'schemes.rehearse': rehearseScheme,
  'schemes.withdraw': withdrawScheme,
} satisfies Handlers<keyof typeof schemes>
