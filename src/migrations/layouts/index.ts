/** Every layout, in the order in which they are asked. */
import { atlas } from './atlas.js';
import { dbmate } from './dbmate.js';
import { diesel } from './diesel.js';
import { drizzle } from './drizzle.js';
import { flyway } from './flyway.js';
import { golangMigrate } from './golang-migrate.js';
import { goose } from './goose.js';
import { graphileMigrate } from './graphile-migrate.js';
import { hasura } from './hasura.js';
import type { Layout } from './layout.js';
import { liquibase } from './liquibase.js';
import { markdown } from './markdown.js';
import { nodePgMigrate } from './node-pg-migrate.js';
import { plain } from './plain.js';
import { pop } from './pop.js';
import { postgresMigrations } from './postgres-migrations.js';
import { prisma } from './prisma.js';
import { rails } from './rails.js';
import { sqitch } from './sqitch.js';
import { sqlMigrate } from './sql-migrate.js';
import { sqlx } from './sqlx.js';
import { supabase } from './supabase.js';
import { tern } from './tern.js';

/** A new one goes in by its name. */
export const LAYOUTS: readonly Layout[] = [
  atlas,
  dbmate,
  diesel,
  drizzle,
  flyway,
  golangMigrate,
  goose,
  graphileMigrate,
  hasura,
  liquibase,
  markdown,
  nodePgMigrate,
  plain,
  pop,
  postgresMigrations,
  prisma,
  rails,
  sqitch,
  sqlMigrate,
  sqlx,
  supabase,
  tern,
];
export type { Layout } from './layout.js';
