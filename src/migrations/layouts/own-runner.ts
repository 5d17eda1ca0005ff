/** What a project's own code says of how it sends a folder of plain files. Pure. */
import { posix } from 'node:path';
import type { SourceFile } from '../../model.js';
import type { OwnRunner } from './layout.js';
import { listedOrder } from './listed-order.js';
import { baseName, folderOf } from './names.js';

const READS =
  /embed|read_?dir|glob|include_(str|dir|bytes)|walk|listdir|scandir|iterdir|list_?files|Files\.list|get_?resource|resource|read_?file|read_to_string|slurp|\bopen\(/i;
/** As Go, Rust, TypeScript, Python, Java and Clojure write it; a statement of its own in a string, too. */
const BEGINS =
  /\bBegin(?:Tx|Txx|Txn|Func|TxFunc)?\s*\(|\.begin(?:_nested)?\(\)|\b(?:with_?|in_?|run_?in_?)?transaction(?:ally)?\s*[(<{]|\bRunInTx\b|\bInTx\s*\(|\bwith-(?:db-transaction|transaction|atomic)\b|\bsetAutoCommit\(\s*false\s*\)|\batomic\(|["'`]\s*(?:BEGIN|START TRANSACTION)\b/i;

/** Whether code reads the files of a folder: it names it as a path that leads there, and reads files. */
export function readsFolder({ path, text }: SourceFile, root: string): boolean {
  const name = baseName(root.slice(0, -1));
  if (name === '' || !READS.test(text)) return false;
  const paths = text.matchAll(new RegExp(`(?:[\\w.@$-]+/)*${name.replace(/[^\w]/g, '\\$&')}(?![\\w-])`, 'g'));
  return [...paths].some(([written]) => leadsTo(written, path, root));
}

/** From the code's folder or one above it, or from a folder for resources. */
function leadsTo(written: string, code: string, root: string): boolean {
  const path = written.replace(/^(?:\$[\w]*\/)+/, '');
  for (let from = folderOf(code); ; from = folderOf(from.slice(0, -1))) {
    if (posix.join(from, path, '/') === root) return true;
    if (from === '') return root.endsWith(`/resources/${path}/`) || root === `resources/${path}/`;
  }
}

/** What the code that names the folder shows, with the files beside it. */
export function runnerOf(
  code: SourceFile,
  beside: SourceFile[],
  root: string,
  files: readonly SourceFile[],
): OwnRunner | null {
  if (!readsFolder(code, root)) return null;
  const begins = [code, ...beside.filter(({ text }) => /migrat/i.test(text))].flatMap(({ path, text }) => {
    const functions = functionsOf(withoutComments(text));
    // Where the function that reads the files sends them as well, a transaction of another one is about something else.
    const sender = functions.find((one) => READS.test(one) && SENDS.test(one));
    const block = sender ?? functions.find((one) => BEGINS.test(one));
    const begun = block === undefined ? null : BEGINS.exec(block);
    if (!block || !begun) return [];
    const loop = LOOP.exec(block)?.index ?? Number.POSITIVE_INFINITY;
    const around = begun.index < loop && loop < block.length ? ('all files' as const) : ('each file' as const);
    return [{ path, words: begun[0].trim().replace(/[\s(<{]+$/, ''), around }];
  });
  return { path: code.path, begins: begins[0] ?? null, order: listedOrder(code.text, files) };
}

/** Where a function begins, as the languages write it. */
const FUNCTION =
  /^(?=[ \t]*(?:export[ \t]+)?(?:default[ \t]+)?(?:async[ \t]+)?(?:function|func|def|defn|fn|fun|pub|public|private|protected|static)\b)/m;
const SENDS = /\.(?:query|exec\w*|simple_query|batch_execute|unsafe|none)\s*\(/i;
const LOOP = /\bfor\b|\bforEach\b|\bfor_each\b|\bdoseq\b|\.each\b|\bwhile\b/;

function functionsOf(text: string): string[] {
  return text.split(FUNCTION);
}

function withoutComments(text: string): string {
  return text.replace(/^\s*(?:\/\/|#|;|--|\*).*$/gm, '');
}
