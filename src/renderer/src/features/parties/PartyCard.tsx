import { Badge } from '@mantine/core'
import type { ReactNode } from 'react'
import { useText } from '../../app/text.tsx'
import type { Text } from '../../../../shared/text/index.ts'
import { wanFromFen } from '../../ui/capital.ts'
import { formatCount } from '../../ui/format.ts'
import { PARTY_GROUPS, type PartyField } from './party-groups.ts'
import type { PartyOf } from './queries.ts'
import styles from './PartyPage.module.css'

/** Everything known about a party, in the regulations' groups, for reading. */
export function PartyCard({ party }: { party: PartyOf }) {
  const { parties: text } = useText()
  const values = shown(party, text)
  return (
    <div className={styles.card}>
      {PARTY_GROUPS.map((group) => (
        <section key={group.name} aria-labelledby={`group-${group.name}`} className={styles.group}>
          <h2 id={`group-${group.name}`}>{text.groups[group.name]}</h2>
          {group.fields.length > 0 && (
            <dl className={styles.facts}>
              {group.fields.map(({ name, room }) => (
                <div key={name} className={room && styles.full}>
                  {group.name !== 'remarks' && <dt>{text.labels[name]}</dt>}
                  {group.name === 'remarks' && <dt className="visually-hidden">{text.labels[name]}</dt>}
                  <dd>{values[name] ?? <span className={styles.none} aria-label={text.notGiven}>—</span>}</dd>
                </div>
              ))}
            </dl>
          )}
          {group.lines === 'contacts' && <Contacts party={party} />}
          {group.lines === 'banks' && <Banks party={party} />}
        </section>
      ))}
    </div>
  )
}

type Shown = Partial<Record<PartyField, ReactNode>>

function shown(party: PartyOf, text: Text['parties']): Shown {
  const { registeredCapitalFen: capital, marketShareBasisPoints: share, employees, sizeClass } = party
  return {
    name: party.name, shortName: party.shortName, kind: text.kind[party.kind],
    creditCode: party.creditCode === null ? null : <>{party.creditCode}{party.codeState === 'legacy' && <Badge ml={8} color="gray">{text.codeState.legacy}</Badge>}</>,
    companyType: party.companyType, legalRepresentative: party.legalRepresentative, actualController: party.actualController,
    registeredCapital: capital === null ? null : text.wanAmount(wanFromFen(capital)),
    foundedOn: party.foundedOn, scope: party.scope, registeredAddress: party.registeredAddress, businessAddress: party.businessAddress,
    province: party.province, city: party.city, phone: party.phone, fax: party.fax, email: party.email, website: party.website, industry: party.industry,
    sizeClass: sizeClass === null ? null : text.size[sizeClass],
    employees: employees === null ? null : text.people(formatCount(employees)),
    marketShare: share === null ? null : text.percentAmount(String(share / 100)),
    mainProducts: party.mainProducts, departmentId: party.departmentName, salespersonId: party.salespersonName, firstBusinessOn: party.firstBusinessOn, remarks: party.remarks,
  }
}

function Contacts({ party: { contacts } }: { party: PartyOf }) {
  const { parties: { fields, party } } = useText()
  if (contacts.length === 0) return <p className={styles.nothing}>{party.noContacts}</p>
  return (
    <table className={styles.lines} aria-label={fields.contacts}>
      <thead><tr>{[fields.contactName, fields.contactPost, fields.contactPhone, fields.contactEmail].map((heading) => <th key={heading} scope="col">{heading}</th>)}</tr></thead>
      <tbody>
        {contacts.map((contact, index) => (
          <tr key={index}><th scope="row">{contact.name}</th><td>{contact.post}</td><td>{contact.phone}</td><td>{contact.email}</td></tr>
        ))}
      </tbody>
    </table>
  )
}

function Banks({ party: { banks } }: { party: PartyOf }) {
  const { parties: { fields, party, groups } } = useText()
  if (banks.length === 0) return <p className={styles.nothing}>{party.noBanks}</p>
  return (
    <table className={styles.lines} aria-label={groups.banks}>
      <thead><tr><th scope="col">{fields.bank}</th><th scope="col">{fields.account}</th></tr></thead>
      <tbody>{banks.map((bank, index) => <tr key={index}><th scope="row">{bank.bank}</th><td>{bank.account}</td></tr>)}</tbody>
    </table>
  )
}
