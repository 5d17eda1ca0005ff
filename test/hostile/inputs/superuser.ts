/** Code of the change where a rehearsal might run it with more rights than the change has. */
import { type Input, START_PROGRAM, TABLE, TRAPS } from '../input.js';

/** Each makes writes to `t` dearer, so that rows are written to it. */
const INDEX = 'CREATE INDEX ix ON t (v);\n';

const placed = (name: string, up: string, more: Partial<Input> = {}): Input => ({
  name,
  base: TABLE,
  up: `${TRAPS}\n${up}\n`,
  ...more,
});

const TRIGGERS: [string, string][] = [
  ['before insert', 'BEFORE INSERT ON t FOR EACH ROW'],
  ['after insert', 'AFTER INSERT ON t FOR EACH ROW'],
  ['before update', 'BEFORE UPDATE ON t FOR EACH ROW'],
  ['after delete', 'AFTER DELETE ON t FOR EACH ROW'],
  ['before a statement', 'BEFORE INSERT OR UPDATE OR DELETE ON t FOR EACH STATEMENT'],
  ['before truncate', 'BEFORE TRUNCATE ON t FOR EACH STATEMENT'],
];

const triggers = TRIGGERS.map(([when, events]) =>
  placed(`a trigger ${when}`, `CREATE TRIGGER tr ${events} EXECUTE FUNCTION trap_row();`),
);

/** Objects whose expressions the server evaluates for rows. */
const EXPRESSIONS: Input[] = [
  placed(
    'a deferred constraint trigger',
    'CREATE CONSTRAINT TRIGGER tr AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION trap_row();',
  ),
  placed(
    'a trigger that fires for replicas, too',
    'CREATE TRIGGER tr BEFORE INSERT OR DELETE ON t FOR EACH ROW EXECUTE FUNCTION trap_row(); ALTER TABLE t ENABLE ALWAYS TRIGGER tr;',
  ),
  placed(
    "a trigger's condition",
    'CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW WHEN (trap(NEW.id) > 5) EXECUTE FUNCTION suppress_redundant_updates_trigger();',
  ),
  placed('an index expression', 'CREATE INDEX i ON t ((trap(id)));'),
  placed("a partial index's condition", 'CREATE INDEX i ON t (v) WHERE trap(id) > 0;'),
  placed('a check', `ALTER TABLE t ADD CONSTRAINT c CHECK (trap(id) > 0) NOT VALID;\n${INDEX}`),
  placed(
    "a domain's check",
    `CREATE DOMAIN d AS text CHECK (trap(VALUE) > 0);\nALTER TABLE t ADD COLUMN dd d;\n${INDEX}`,
  ),
  placed('a generated column', `ALTER TABLE t ADD COLUMN g int GENERATED ALWAYS AS (trap(id)) STORED;\n${INDEX}`),
  placed('a default', `ALTER TABLE t ALTER COLUMN n SET DEFAULT spring();\n${INDEX}`),
  placed(
    'a policy',
    `ALTER TABLE t ENABLE ROW LEVEL SECURITY;\nALTER TABLE t FORCE ROW LEVEL SECURITY;\nCREATE POLICY p ON t USING (trap(id) > 0) WITH CHECK (trap(id) > 0);\n${INDEX}`,
  ),
  placed(
    'a rule',
    `CREATE TABLE log (x int);\nCREATE RULE r AS ON INSERT TO t DO ALSO INSERT INTO log VALUES (trap(NEW.id));\n${INDEX}`,
  ),
  placed('an exclusion constraint', 'ALTER TABLE t ADD CONSTRAINT ex EXCLUDE USING btree ((trap(id) * id) WITH =);'),
  placed('statistics on an expression', `CREATE STATISTICS s ON (trap(id)), n FROM t;\n${INDEX}ANALYZE t;`),
  placed(
    "an operator class's comparison",
    `CREATE FUNCTION lt(int, int) RETURNS bool IMMUTABLE LANGUAGE plpgsql AS $f$ BEGIN PERFORM public.spring(); RETURN $1 OPERATOR(pg_catalog.<) $2; END $f$;
CREATE FUNCTION eq(int, int) RETURNS bool IMMUTABLE LANGUAGE plpgsql AS $f$ BEGIN PERFORM public.spring(); RETURN $1 OPERATOR(pg_catalog.=) $2; END $f$;
CREATE FUNCTION cmp(int, int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS $f$ BEGIN PERFORM public.spring(); RETURN pg_catalog.btint4cmp($1, $2); END $f$;
CREATE INDEX i ON t (trap(id), n);`,
  ),
  placed(
    "a partition's key",
    `CREATE TABLE parts (id bigint, v text) PARTITION BY RANGE ((trap(id)));
CREATE TABLE part PARTITION OF parts DEFAULT;\nINSERT INTO parts VALUES (1, 'x');\n${INDEX}`,
  ),
  placed(
    'a view that is materialized',
    'CREATE MATERIALIZED VIEW mv AS SELECT trap(id) FROM t;\nREFRESH MATERIALIZED VIEW mv;\nCREATE INDEX ix ON t (v);',
  ),
  placed(
    'a cast to text',
    `CREATE TYPE pair AS (a int, b int);
CREATE FUNCTION shown(pair) RETURNS text LANGUAGE plpgsql AS $f$ BEGIN ${START_PROGRAM} RETURN 'x'; END $f$;
CREATE CAST (pair AS text) WITH FUNCTION shown(pair) AS IMPLICIT;\nALTER TABLE t ADD COLUMN p pair;\n${INDEX}`,
    {
      down: `DROP INDEX ix;\nALTER TABLE t DROP COLUMN p;\nDROP CAST (pair AS text);\nDROP FUNCTION shown(pair);\nDROP TYPE pair;\n`,
    },
  ),
  placed(
    'a foreign key that cascades into a trigger',
    `CREATE TABLE child (t_id bigint REFERENCES t ON DELETE CASCADE);
CREATE TRIGGER tr AFTER DELETE ON child FOR EACH ROW EXECUTE FUNCTION trap_row();\nINSERT INTO child SELECT id FROM t;\n${INDEX}`,
  ),
  placed(
    'a trigger on a view',
    `CREATE VIEW seen AS SELECT * FROM t;\nCREATE TRIGGER tr INSTEAD OF INSERT ON seen FOR EACH ROW EXECUTE FUNCTION trap_row();\n${INDEX}`,
  ),
  placed('a validation query', INDEX, { verify: '-- expect: rows = 1\nSELECT spring();\n' }),
  placed('a rollback', INDEX, { down: 'SELECT spring();\nDROP INDEX ix;\n' }),
  placed('a type that changes', 'ALTER TABLE t ALTER COLUMN n TYPE bigint USING trap(id);'),
  placed('an aggregate', `CREATE AGGREGATE sum(bigint) (SFUNC = int8pl, STYPE = bigint, FINALFUNC = trap);\n${INDEX}`),
  placed('a virtual column', `ALTER TABLE t ADD COLUMN g int GENERATED ALWAYS AS (n + 1) VIRTUAL;\n${INDEX}`, {
    since: 18,
  }),
];

/** Functions in the place of the server's own, found first by the database's or the role's search_path. */
const SHADOWS = `CREATE SCHEMA evil;
CREATE FUNCTION evil.sprung() RETURNS bool VOLATILE LANGUAGE plpgsql AS $f$ BEGIN ${START_PROGRAM} RETURN true; END $f$;
CREATE FUNCTION evil.quote_ident(name) RETURNS text LANGUAGE plpgsql AS $f$ BEGIN PERFORM evil.sprung(); RETURN pg_catalog.quote_ident($1::text); END $f$;
CREATE FUNCTION evil.current_database() RETURNS name LANGUAGE plpgsql AS $f$ BEGIN PERFORM evil.sprung(); RETURN pg_catalog.current_database(); END $f$;
CREATE FUNCTION evil.format(text, VARIADIC name[]) RETURNS text LANGUAGE plpgsql AS $f$ BEGIN PERFORM evil.sprung(); RETURN pg_catalog.format($1, VARIADIC $2); END $f$;
CREATE FUNCTION evil.format_type(oid, int) RETURNS text LANGUAGE plpgsql AS $f$ BEGIN PERFORM evil.sprung(); RETURN pg_catalog.format_type($1, $2); END $f$;
CREATE FUNCTION evil.to_regclass(text) RETURNS regclass LANGUAGE plpgsql AS $f$ BEGIN PERFORM evil.sprung(); RETURN pg_catalog.to_regclass($1); END $f$;
CREATE FUNCTION evil.pg_relation_size(regclass) RETURNS bigint LANGUAGE plpgsql AS $f$ BEGIN PERFORM evil.sprung(); RETURN pg_catalog.pg_relation_size($1); END $f$;
CREATE FUNCTION evil.eq(oid, oid) RETURNS bool LANGUAGE plpgsql AS $f$ BEGIN PERFORM evil.sprung(); RETURN $1 OPERATOR(pg_catalog.=) $2; END $f$;
CREATE OPERATOR evil.= (LEFTARG = oid, RIGHTARG = oid, FUNCTION = evil.eq);
CREATE FUNCTION evil.eq(name, text) RETURNS bool LANGUAGE plpgsql AS $f$ BEGIN PERFORM evil.sprung(); RETURN $1::text OPERATOR(pg_catalog.=) $2; END $f$;
CREATE OPERATOR evil.= (LEFTARG = name, RIGHTARG = text, FUNCTION = evil.eq);
CREATE FUNCTION evil.cat(name, text) RETURNS text LANGUAGE plpgsql AS $f$ BEGIN PERFORM evil.sprung(); RETURN $1::text OPERATOR(pg_catalog.||) $2; END $f$;
CREATE OPERATOR evil.|| (LEFTARG = name, RIGHTARG = text, FUNCTION = evil.cat);
CREATE VIEW evil.pg_class AS SELECT c.* FROM pg_catalog.pg_class c WHERE evil.sprung();
CREATE VIEW evil.pg_database AS SELECT d.* FROM pg_catalog.pg_database d WHERE evil.sprung();
CREATE VIEW evil.pg_roles AS SELECT r.* FROM pg_catalog.pg_roles r WHERE evil.sprung();
CREATE VIEW evil.pg_locks AS SELECT l.* FROM pg_catalog.pg_locks l WHERE evil.sprung();
CREATE DOMAIN evil.text AS pg_catalog.text CHECK (evil.sprung());
`;
const DATABASE_PATH =
  "DO $$ BEGIN EXECUTE pg_catalog.format('ALTER DATABASE %I SET search_path = evil, pg_catalog, public', pg_catalog.current_database()); END $$;\n";
const ROLE_PATH =
  "DO $$ BEGIN EXECUTE pg_catalog.format('ALTER ROLE %I SET search_path = evil, pg_catalog, public', session_user); END $$;\n";
const EVERY_ROLE =
  "DO $$ DECLARE r pg_catalog.name; BEGIN FOR r IN SELECT rolname FROM pg_catalog.pg_roles LOOP BEGIN EXECUTE pg_catalog.format('ALTER ROLE %I IN DATABASE %I SET search_path = evil, pg_catalog', r, pg_catalog.current_database()); EXCEPTION WHEN OTHERS THEN NULL; END; END LOOP; END $$;\n";
const TRIGGER =
  'CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();\n';

const PATHS: Input[] = [
  { name: "the change sets its database's search_path", base: TABLE, up: `${SHADOWS}${DATABASE_PATH}${TRIGGER}` },
  { name: "the change sets its role's search_path", base: TABLE, up: `${SHADOWS}${ROLE_PATH}${TRIGGER}` },
  { name: 'the change sets the search_path of all that it may', base: TABLE, up: `${SHADOWS}${EVERY_ROLE}${TRIGGER}` },
  {
    name: "a merged file sets its database's search_path",
    base: `${TABLE}${SHADOWS}${DATABASE_PATH}`,
    up: 'SET search_path = public;\nCREATE INDEX ix ON t (v);\n',
  },
  {
    name: "a merged file sets its role's search_path",
    base: `${TABLE}${SHADOWS}${ROLE_PATH}`,
    up: 'SET search_path = public;\nALTER TABLE t ADD COLUMN z int;\n',
  },
  {
    name: "the database's role is set",
    base: TABLE,
    up: `${TRAPS}DO $$ BEGIN EXECUTE pg_catalog.format('ALTER DATABASE %I SET role = %I', pg_catalog.current_database(), session_user); END $$;\n${TRIGGER}`,
  },
];

/** Rights that code asks for while it runs. */
const ASKING: [string, string][] = [
  ['RESET ROLE', 'RESET ROLE'],
  ['SET SESSION AUTHORIZATION DEFAULT', 'SET SESSION AUTHORIZATION DEFAULT'],
  ['SET ROLE NONE', 'SET ROLE NONE'],
];
const asking = ASKING.map(
  ([name, sql]): Input => ({
    name: `a trigger that says ${name}`,
    base: TABLE,
    up: `CREATE FUNCTION climb() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN EXECUTE '${sql}'; ${START_PROGRAM} RETURN NEW; END $f$;
CREATE TRIGGER tr BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION climb();\n${INDEX}`,
  }),
);

/** The rollback is run with the rights that it will have: row-level security holds its owner, where it is forced. */
const PAST_POLICIES: Input[] = [
  {
    name: 'a rollback that is past row-level security',
    base: TABLE,
    up: 'CREATE INDEX CONCURRENTLY ix ON t (v);\nALTER TABLE t ADD COLUMN z int;\n',
    down: `DROP INDEX CONCURRENTLY ix;\nDO $$ BEGIN IF (SELECT rolbypassrls FROM pg_catalog.pg_roles WHERE rolname = current_user) THEN RAISE 'past policies'; END IF; END $$;\nALTER TABLE t DROP COLUMN z;\n`,
  },
];

const MERGED: Input[] = [
  {
    name: 'a merged trigger',
    base: `${TABLE}${TRAPS}\nCREATE TRIGGER tr BEFORE INSERT OR UPDATE OR DELETE ON t FOR EACH ROW EXECUTE FUNCTION trap_row();\n`,
    up: INDEX,
  },
  { name: 'a merged index expression', base: `${TABLE}${TRAPS}\nCREATE INDEX i ON t ((trap(id)));\n`, up: INDEX },
  {
    name: 'what a merged file puts in the way of an extension',
    base: `CREATE FUNCTION public.spring() RETURNS int LANGUAGE plpgsql AS $f$ BEGIN ${START_PROGRAM} RETURN 1; END $f$;
CREATE FUNCTION public.cut(int, int) RETURNS bool LANGUAGE plpgsql AS $f$ BEGIN PERFORM public.spring(); RETURN true; END $f$;
CREATE OPERATOR public.= (LEFTARG = int, RIGHTARG = int, FUNCTION = public.cut);
CREATE EXTENSION IF NOT EXISTS pg_stat_statements;\n${TABLE}`,
    up: INDEX,
  },
];

export const SUPERUSER: Input[] = [...triggers, ...EXPRESSIONS, ...PATHS, ...asking, ...PAST_POLICIES, ...MERGED];
