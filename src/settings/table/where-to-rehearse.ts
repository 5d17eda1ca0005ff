/** Settings that say where migrations are rehearsed, and within which limits, in the order of --help. */
import { NEWEST, OLDEST } from '../../sql/versions.js';
import type { Setting } from '../setting.js';
import * as value from '../values.js';
import { SERVERS } from '../words.js';

export const WHERE_TO_REHEARSE = {
  server: {
    schema: value.oneOf(SERVERS),
    help: { text: 'where the migrations run (default: auto, the first that there is)' },
    description:
      'Where to rehearse: service (needs database-url), local (PostgreSQL binaries on this machine), embedded (PGlite), none (lint only), or auto: the first that there is.',
    readme: '`service`, `local`, `embedded`, `none` or `auto`',
    default: 'auto',
    needsTrust: true,
  },
  'database-url': {
    schema: value.text,
    description:
      'The connection URL of a throwaway Postgres, usually a service container. The role has to be allowed to create databases; its own database is never touched.',
    help: { value: 'url', text: 'for service; or in MIGRATION_SAFETY_DATABASE_URL' },
    readme: 'the service container’s URL',
    // It may hold a password, which has no place in a repository.
    only: 'text',
  },
  superuser: {
    schema: value.flag,
    description:
      'Whether migrations run with the rights of the database-url’s role, or of a local server’s superuser, instead of as a role that owns nothing but the scratch database.',
    help: { text: "migrations run with the rights of the URL's role" },
    readme: '`true`: migrations run with the rights of the URL’s role ([why not](untrusted-sql.md))',
    default: false,
    needsTrust: true,
  },
  'allow-remote-database': {
    schema: value.flag,
    description: 'Whether database-url may name a host that is neither this machine nor a service container.',
    help: { text: 'the URL may name a host beyond this machine and its containers' },
    readme: '`true`: the URL may name a host beyond this machine and its containers',
    default: false,
    needsTrust: true,
  },
  'postgres-version': {
    schema: value.majorVersion,
    description: `The major version of production’s Postgres: ${OLDEST} or later. One that is newer than ${NEWEST} is taken for ${NEWEST}.`,
    help: { value: 'major', text: "production's version" },
  },
  cache: {
    schema: value.flag,
    description:
      'Whether the state after the baseline is kept for later runs, on this machine or in the Actions cache, by a digest of all that makes it (docs/rehearsal.md).',
    help: { text: 'build the baseline anew, and keep nothing for the next run' },
    readme: '`false`: the baseline is built anew in each run ([what is kept](rehearsal.md#the-baseline-between-runs))',
    default: true,
  },
  'connect-timeout': {
    schema: value.seconds,
    description: 'How long to wait for a server that isn’t up yet, in seconds.',
    help: { value: 'seconds', text: "how long to wait for a server that isn't up yet" },
    default: 30,
  },
  'statement-timeout': {
    schema: value.seconds,
    description: 'How long one statement may run in the rehearsal, in seconds.',
    help: { value: 'seconds', text: 'the longest that one statement may take' },
    default: 60,
  },
  'script-timeout': {
    schema: value.seconds,
    description:
      'How long one script, a migration or its rollback, may run in the rehearsal, in seconds; a statement that has begun is not cut short.',
    help: { value: 'seconds', text: 'the longest that one script may take' },
    readme: 'how long one script may run, in seconds',
    default: 300,
  },
  'run-timeout': {
    schema: value.seconds,
    description: 'How long the whole rehearsal may take, in seconds.',
    help: { value: 'seconds', text: 'for the whole rehearsal' },
    default: 600,
  },
  'database-size-limit': {
    schema: value.number('a number of megabytes', 50, 'at least 50 megabytes'),
    description: 'How large a scratch database on a real server may grow, in megabytes.',
    help: { value: 'megabytes', text: 'the most that the scratch database may hold' },
    default: 1024,
  },
} as const satisfies Record<string, Setting>;
