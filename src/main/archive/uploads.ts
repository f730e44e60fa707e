import { randomBytes } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'

/** A file that a door has taken in: already encrypted in the attachment store, not yet named by any document. */
export type StagedUpload = { sha256: string; size: number; mime: string; name: string; pages: number | null; alreadyStored: boolean }

export type Uploads = {
  stage(sessionId: string, upload: StagedUpload): string
  /** The staged file behind a token of this session; refuses with `upload-expired` otherwise. It stays usable. */
  get(token: string, sessionId: string): StagedUpload
  /** Everything a session has staged, for handing to a worker. */
  ofSession(sessionId: string): Record<string, StagedUpload>
  forgetSession(sessionId: string): void
  forgetAll(): void
  /** Tokens of content that is about to be destroyed: whoever has it still chooses the file again. */
  forgetContent(sha256: string): void
  /** Takes a file in and stages it: while one is on its way, its content may be found in the store and not be named yet. */
  arriving<Result>(work: () => Promise<Result>): Promise<Result>
  isArriving(): boolean
  /** Hashes that the orphan sweep must leave alone. */
  hashes(): Set<string>
}

/** Tokens live in memory only: what was staged and never used is an orphan after a crash, and is swept. */
export function createUploads(initial: { sessionId: string; staged: Record<string, StagedUpload> } | null = null): Uploads {
  const staged = new Map<string, { sessionId: string; upload: StagedUpload }>()
  if (initial) {
    for (const [token, upload] of Object.entries(initial.staged)) staged.set(token, { sessionId: initial.sessionId, upload })
  }
  let onTheWay = 0
  return {
    arriving: async (work) => {
      onTheWay += 1
      try {
        return await work()
      } finally {
        onTheWay -= 1
      }
    },
    isArriving: () => onTheWay > 0,
    stage: (sessionId, upload) => {
      const token = randomBytes(16).toString('hex')
      staged.set(token, { sessionId, upload })
      return token
    },
    get: (token, sessionId) => {
      const entry = staged.get(token)
      if (!entry || entry.sessionId !== sessionId) throw new AppError('upload-expired')
      return entry.upload
    },
    ofSession: (sessionId) =>
      Object.fromEntries([...staged].filter(([, entry]) => entry.sessionId === sessionId).map(([token, entry]) => [token, entry.upload])),
    forgetSession: (sessionId) => {
      for (const [token, entry] of staged) if (entry.sessionId === sessionId) staged.delete(token)
    },
    forgetAll: () => staged.clear(),
    forgetContent: (sha256) => {
      for (const [token, entry] of staged) if (entry.upload.sha256 === sha256) staged.delete(token)
    },
    hashes: () => new Set([...staged.values()].map((entry) => entry.upload.sha256)),
  }
}
