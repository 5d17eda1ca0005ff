/** What can do one thing at a time, asked for several at once: each waits for its turn. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** Work that is given to it begins when all that was given before has ended. */
export function turns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    // The next one must not depend on how this one ended.
    last = next.catch(() => {});
    return next;
  };
}
