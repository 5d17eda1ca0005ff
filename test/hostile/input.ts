/** One pull request that means no good, and what is asked of it. */

/** Scripts of a migration; `base` is merged already. */
export interface Change {
  base?: string;
  up: string;
  down?: string;
  verify?: string;
}

export interface Input extends Change {
  name: string;
  /** The same change without what deceives: the verdict of the hostile one must not be better. */
  honest?: Change;
  /** The verdict that a server justifies, where it is certain. */
  verdict?: 'pass' | 'fail';
  /** Versions that have what it uses. */
  since?: number;
}

/** What SQL says wherever the program that only the server's administrator can start is to be written. */
const MARKER = '@marker@';

/** Plpgsql that starts a program, and so leaves a file, if whoever runs it may. */
export const START_PROGRAM = `IF (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user) THEN
    EXECUTE 'COPY (SELECT 1) TO PROGRAM ''touch ${MARKER}''';
  END IF;`;

/** Functions that spring when they are called: what is immutable hides what isn't. */
export const TRAPS = `
CREATE FUNCTION spring() RETURNS int VOLATILE LANGUAGE plpgsql AS $f$ BEGIN ${START_PROGRAM} RETURN 1; END $f$;
CREATE FUNCTION trap(bigint) RETURNS int IMMUTABLE LANGUAGE plpgsql AS $f$ BEGIN RETURN public.spring(); END $f$;
CREATE FUNCTION trap(text) RETURNS int IMMUTABLE LANGUAGE plpgsql AS $f$ BEGIN RETURN public.spring(); END $f$;
CREATE FUNCTION trap_row() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN ${START_PROGRAM}
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $f$;`;

/** The scripts, with the file that shows that a program ran. */
export function armed(text: string, marker: string): string {
  return text.replaceAll(MARKER, marker);
}

/** The table that inputs change. */
export const TABLE = 'CREATE TABLE t (id bigint PRIMARY KEY, v text, n int);\n';
