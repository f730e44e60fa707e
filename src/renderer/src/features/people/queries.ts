import { queryOptions } from '@tanstack/react-query'
import type { Input, Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'
import { queryClient } from '../../app/query-client.ts'

export type Person = Output<'people.list'>[number]
export type Department = Output<'people.departments'>[number]

export const peopleQuery = queryOptions({ queryKey: ['people.list'], queryFn: () => call('people.list', {}) })
export const departmentsQuery = queryOptions({ queryKey: ['people.departments'], queryFn: () => call('people.departments', {}) })

type Changing =
  | 'people.add' | 'people.change' | 'people.disable' | 'people.enable' | 'people.resetPassword' | 'people.addDepartment'
  | 'people.changeDepartment'

/** Changes people or departments, then reads everything again that names them. */
export async function changePeople<Name extends Changing>(method: Name, input: Input<Name>): Promise<Output<Name>> {
  const answer = await call(method, input)
  await Promise.all(['people.list', 'people.departments', 'people.directory'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })))
  return answer
}
