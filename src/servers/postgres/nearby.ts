/** Which hosts a rehearsal may use unasked. Pure. */
import { ServerUnavailable } from '../server.js';

/** Names that container tools give to the machine itself. */
const machineNames = /(^|\.)(localhost|docker\.internal|containers\.internal|orb\.local)$/;

/**
 * Is the host this machine or a container beside it? Loopback addresses and sockets are; so is a name without a dot, which
 * is how containers call each other (`postgres`, compose's `db`). Any other address says nothing about what is behind it:
 * 172.31.x.x is Docker's on one network and production's on the next.
 */
export function isNearby(host: string): boolean {
  const name = host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
  if (name.startsWith('/')) return true;
  if (/^(::ffff:)?127(\.\d{1,3}){1,3}$/.test(name) || name === '::1' || name === '0.0.0.0') return true;
  // A bare number is an address, too.
  const isLabel = /^[a-z0-9_-]+$/.test(name) && !/^(0x[0-9a-f]+|\d+)$/.test(name);
  return isLabel || machineNames.test(name);
}

/** Throws `ServerUnavailable` for a host that others may depend on. */
export function refuseRemote(host: string): void {
  if (isNearby(host)) return;
  throw new ServerUnavailable(
    `database-url names ${host}, which is neither this machine nor a container beside it, and a rehearsal runs whatever SQL a change brings. Use a service container (\`localhost\`, or the service's name in a job that runs in a container). If nobody depends on that server, set allow-remote-database to true.`,
  );
}
