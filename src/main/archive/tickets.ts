import { randomBytes } from 'node:crypto'

/** What a ticket lets one session read: the stored bytes of one attachment. */
export type Ticket = { sessionId: string; attachmentId: number; sha256: string; size: number; mime: string; name: string }

export type Tickets = {
  issue(ticket: Ticket): string
  /** Undefined for an unknown ticket and for a ticket of another session. */
  redeem(code: string, sessionId: string): Ticket | undefined
  /** When a session locks or ends, nothing of it can be read any more. */
  revokeSession(sessionId: string): void
}

const MOST_PER_ARCHIVE = 2000

/** Tickets live in memory only; a new one beyond the limit pushes out the oldest. */
export function createTickets(): Tickets {
  const tickets = new Map<string, Ticket>()
  return {
    issue: (ticket) => {
      if (tickets.size >= MOST_PER_ARCHIVE) tickets.delete(tickets.keys().next().value!)
      const code = randomBytes(24).toString('base64url')
      tickets.set(code, ticket)
      return code
    },
    redeem: (code, sessionId) => {
      const ticket = tickets.get(code)
      return ticket?.sessionId === sessionId ? ticket : undefined
    },
    revokeSession: (sessionId) => {
      for (const [code, ticket] of tickets) if (ticket.sessionId === sessionId) tickets.delete(code)
    },
  }
}
