import type { zhCN } from '../zh-CN.ts'

/** English: clearances, authorisations, access counts. */
export const clearances: (typeof zhCN)['clearances'] = {
  /** Its methods in the audit log. */
  method: {
    'clearances.list': 'Read clearances', 'clearances.grant': 'Grant a clearance', 'clearances.revoke': 'Revoke a clearance',
    'authorisations.list': 'Read authorisations', 'authorisations.request': 'Ask for authorisation', 'authorisations.decide': 'Decide on authorisation',
    'authorisations.revoke': 'Take authorisation back',
    'clearances.downgrade': 'Lower a security level', 'clearances.accesses': 'Read access counts',
  },
  title: 'Clearances',
  asked: (clause: string) => `Clause ${clause}: reading follows the security level; secret and confidential need a clearance`,
  askedNothing: 'The regulation does not limit reading by security level.',
  table: 'Clearances',
  person: 'Person',
  level: 'Reads to',
  grants: 'Grants',
  grant: 'Grant',
  grantFor: (name: string) => `Grant a clearance · ${name}`,
  levelLabel: 'Level',
  from: 'From',
  until: 'Until',
  unlimited: 'unlimited',
  period: (from: string, until: string) => `${from} to ${until}`,
  reason: 'On the grounds of',
  revoke: 'Revoke',
  revokeTitle: (name: string) => `Revoke the clearance · ${name}`,
  revoked: (day: string, reason: string) => `Revoked ${day}: ${reason}`,
  by: (name: string) => `Granted by ${name}`,
  authorisation: {
    title: 'Authorisations',
    asked: (clause: string, role: string, level: string) => `Clause ${clause}: from ${level} up nobody reads without the ${role}'s authorisation`,
    askedNothing: 'The regulation asks for no authorisation besides.',
    request: 'Ask for authorisation', requestTitle: (what: string) => `Ask for authorisation · ${what}`, everything: 'All dossiers within my duties', purpose: 'Purpose', untilOn: 'Until', pending: (purpose: string, until: string) => `Asked for, to be decided: ${purpose}, until ${until}`, requested: 'Asked for',
    agree: 'Agree', refuse: 'Refuse', refuseTitle: 'Refuse authorisation', revoke: 'Take back', revokeTitle: 'Take authorisation back', waiting: 'Waiting', agreed: 'Authorised', refused: 'Refused', revoked: 'Taken back', past: 'Past',
    none: 'No requests', noneHint: 'Where reading is refused, ask on the dossier\'s page.', table: 'Authorisations',
  },
  accesses: {
    title: 'Access', views: 'Views', scans: 'Scans shown', prints: 'Prints', exports: 'Exports', copies: 'Pages copied', readers: 'Readers', none: 'Nobody has looked', times: (count: number) => `${count} times`, inLog: 'See the audit log',
  },
  downgrade: { plan: 'Lower the level', on: 'On', to: 'To', now: 'Lower', change: (to: string) => `The day laid down with the level has come: it goes down to ${to}, and is read by that from now on.`, planned: (on: string, to: string) => `${on} to ${to}`, done: 'Lowered' },
  todo: { downgrade: (what: string) => `${what}: level to be lowered`, authorise: (what: string) => `${what}: authorisation asked for` },
}
