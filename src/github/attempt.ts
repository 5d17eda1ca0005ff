/** What the runner refuses costs a warning, and nothing else. */
import { warning } from '@actions/core';
import { whyNot } from '../system/faults.js';

/** Writes, or warns that it could not; `left` says what that means for the run. */
export async function attempt(
  what: string,
  write: () => Promise<void> | void,
  left = 'The verdict does not change.',
): Promise<void> {
  try {
    await write();
  } catch (error) {
    const path = (error as NodeJS.ErrnoException).path;
    warning(`${what} could not be written: ${path ? `${path}: ` : ''}${whyNot(error)}. ${left}`);
  }
}
