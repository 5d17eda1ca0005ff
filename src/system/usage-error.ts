/** The tool can't do its work as it was asked to: the message says where, what and how to repair it. Exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}
