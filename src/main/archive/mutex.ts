export type Mutex = {
  /** Runs `work` alone, in the order of asking. */
  run<Result>(work: () => Result | Promise<Result>): Promise<Result>
}

/** First come, first served; a failure of one does not stop the next. */
export function createMutex(): Mutex {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run: (work) => {
      const mine = last.then(work)
      last = mine.catch(() => undefined)
      return mine
    },
  }
}
