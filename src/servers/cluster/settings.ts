/** How a throwaway cluster is made and run. Pure. */

/** Arguments of initdb, after the data folder. */
export function initdbArguments(passwordFile: string | undefined): string[] {
  return [
    '-U',
    'postgres',
    '-N',
    '--no-instructions',
    '-E',
    'UTF8',
    // The one locale that every machine has: the same sort order everywhere, and that of the embedded server.
    '--locale=C',
    // Of 16 MB, made and kept with the data folder, an empty database fills a twentieth.
    '--wal-segsize=1',
    // The socket's folder is closed to other users.
    '-A',
    passwordFile === undefined ? 'trust' : 'scram-sha-256',
    ...(passwordFile === undefined ? [] : [`--pwfile=${passwordFile}`]),
  ];
}

/** The server's settings, as `-c` options. */
export function serverSettings(
  socketFolder: string | null,
  port: number,
  listen: boolean,
  more: Record<string, string> = {},
): Record<string, string> {
  return {
    unix_socket_directories: socketFolder ?? '',
    listen_addresses: listen ? '127.0.0.1' : '',
    port: String(port),
    // Nothing here outlives the run.
    fsync: 'off',
    synchronous_commit: 'off',
    // Else a page's first change after a checkpoint writes the whole page, and WAL sizes would not repeat.
    full_page_writes: 'off',
    // It may live in memory, and every session and every dropped database looks through its buffers.
    shared_buffers: '32MB',
    max_wal_size: '256MB',
    autovacuum: 'off',
    // A migration that makes a publication or a slot runs as it would on a server that replicates.
    wal_level: 'logical',
    max_connections: '50',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Only whether it started; what SQL does wrong comes back over the connection.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    ...more,
  };
}

/** The environment of the server: none of ours, since SQL can run programs in it and ours may hold tokens. */
export function serverEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = process.platform === 'win32' ? ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'USERNAME'] : ['PATH'];
  return Object.fromEntries([...kept.map((name) => [name, env[name]]), ['LC_ALL', 'C'], ['TZ', 'UTC']]);
}

/** The settings as command line arguments. */
export function asArguments(settings: Record<string, string>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
