/** What follows for a prediction from what a server has shown. Pure. */
import type { Evidence } from '../report-schema/types.js';
import { shortName } from '../schema/objects.js';
import { compareLockModes } from '../sql/locks.js';
import { code } from '../sql/words.js';
import { type Fact, LEFT_OUT, type Place } from './fact.js';
import type { Fate, Seen, SeenStatement } from './seen.js';

export interface Judgement {
  evidence: Exclude<Evidence, 'observed'>;
  /** What the server said or did. */
  proof?: string;
}

export interface Versions {
  target: number | null;
  server: number | null;
}

/** Nothing was shown, for or against. */
const STATIC: Judgement = { evidence: 'static' };

const confirmed = (proof: string): Judgement => ({ evidence: 'confirmed', proof });
const refuted = (proof: string): Judgement => ({ evidence: 'refuted', proof });

/** A claim's evidence: what refutes one of its facts refutes it, else what confirms one does, the first before the others. */
export function evidenceOf(facts: readonly Fact[], at: Place, seen: Seen, versions?: Versions): Judgement {
  const judged = facts.map((fact) => unlessOtherVersion(evidenceOfFact(fact, at, seen), versions));
  const decides = (evidence: Evidence) => judged.find((one) => one.evidence === evidence);
  // That it locks a table doesn't show that it fails on its rows.
  if (facts[0]?.kind === 'refused on rows') return decides('refuted') ?? STATIC;
  const confirms = judged.filter((one) => one.evidence === 'confirmed');
  return (
    decides('refuted') ??
    inWords(confirms, seen.statement(at)) ??
    judged.find(({ proof }) => proof !== undefined) ??
    STATIC
  );
}

/**
 * A lock shows little by itself: what the statement did under it is said as well, as far as it was seen. What is gone from the
 * catalogs comes first.
 */
function inWords(
  [first, ...others]: readonly Judgement[],
  statement: SeenStatement | undefined,
): Judgement | undefined {
  if (first?.proof === undefined) return first;
  const gone = (statement?.vanished ?? []).slice(0, MOST);
  const lost = gone.length > 0 ? `In the catalogs before it and not after it: ${gone.join(', ')}; ` : '';
  const did = others.flatMap(({ proof }) => (proof?.startsWith(BY) ? [proof.slice(BY.length)] : []));
  const work = did.filter((words) => !words.startsWith('took') && !words.startsWith('held'));
  return { ...first, proof: [`${lost}${first.proof}`, ...new Set(work)].join(' and ') };
}

const BY = 'Postgres ';
const MOST = 3;

/** What only the rehearsal's findings show (hazards, data) has no evidence besides. */
function evidenceOfFact(fact: Fact, at: Place, seen: Seen): Judgement {
  if (fact.kind === 'leaves' || fact.kind === 'differs') {
    const fate = seen.fate(at, fact.object);
    // What is there is there. What isn't may be hidden: a member of an extension is in no snapshot.
    const isThere = fate === 'as before' || fate === 'changed';
    return unlessInside(fates(fact.kind, fate), seen.outside || isThere);
  }
  if (fact.kind === 'hazard' && fact.name === LEFT_OUT && fact.of !== undefined && seen.leftOut(at, fact.of)) {
    return refuted('An INSERT that leaves it out worked after the migration');
  }
  const statement = seen.statement(at);
  if (statement === undefined) return STATIC;
  switch (fact.kind) {
    case 'refused':
      return answered(fact.sqlstate, statement);
    case 'lock':
      return unlessInside(locked(fact, statement), seen.outside);
    case 'scan':
      return includes(statement, statement.scans, fact.of)
        ? confirmed(`Postgres read all of ${code(shortName(fact.of))}`)
        : STATIC;
    case 'rewrite':
      return includes(statement, statement.rewrites, fact.of)
        ? confirmed(`Postgres rewrote ${code(shortName(fact.of))}`)
        : STATIC;
    default:
      return STATIC;
  }
}

function includes({ identify }: SeenStatement, relations: readonly string[], name: string): boolean {
  const relation = identify(name);
  return relation !== undefined && relations.includes(relation);
}

function answered(sqlstate: string, { refusal }: SeenStatement): Judgement {
  if (refusal === null) return refuted('Postgres ran the statement');
  if (refusal.sqlstate !== sqlstate) return STATIC;
  return confirmed(`Postgres refused it with SQLSTATE ${sqlstate}: ${refusal.error}`);
}

function locked({ mode, on: name }: Fact & { kind: 'lock' }, statement: SeenStatement): Judgement {
  const { refusal, locks, keepsLocks, identify } = statement;
  const relation = identify(name);
  if (refusal !== null || locks === null || relation === undefined) return STATIC;
  const on = code(shortName(name));
  const its = locks.filter((lock) => lock.on === relation);
  const enough = its.find((lock) => compareLockModes(lock.mode, mode) >= 0);
  if (enough) {
    const { since, mode: shown } = enough;
    return confirmed(
      since === undefined ? `Postgres took ${shown} on ${on}` : `Postgres held ${shown} on ${on} since ${since}`,
    );
  }
  if (!keepsLocks) return STATIC;
  const [weaker] = its;
  return refuted(weaker ? `Postgres took only ${weaker.mode} on ${on}` : `Postgres took no lock on ${on}`);
}

function fates(predicted: 'leaves' | 'differs', fate: Fate | undefined): Judgement {
  if (fate === undefined) return STATIC;
  if (predicted === 'leaves') {
    if (fate === 'left') return confirmed('After the rollback it was still in the catalogs');
    const there = fate === 'as before' || fate === 'changed';
    return refuted(
      there ? 'It was in the catalogs before the migration' : 'After the rollback it was gone from the catalogs',
    );
  }
  if (fate === 'never there') return STATIC;
  return fate === 'as before'
    ? refuted('After the rollback it was in the catalogs as before')
    : confirmed('After the rollback it was not in the catalogs as before');
}

/** What a server of another major version does says nothing against what production's would do. */
function unlessOtherVersion(judged: Judgement, versions?: Versions): Judgement {
  const { target = null, server = null } = versions ?? {};
  if (judged.evidence !== 'refuted' || target === null || server === null || target === server) return judged;
  return {
    evidence: 'static',
    proof: `PostgreSQL ${server} showed otherwise (${judged.proof}), but production is PostgreSQL ${target}`,
  };
}

/** What wasn't seen from the session that the SQL shares with us may have been hidden there. */
function unlessInside(judged: Judgement, outside: boolean): Judgement {
  if (judged.evidence !== 'refuted' || outside) return judged;
  return {
    evidence: 'static',
    proof: `${judged.proof}, as far as the one session of the embedded server can tell, which is the SQL’s own, too`,
  };
}
