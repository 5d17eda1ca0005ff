/** How V8 compiles WebAssembly in this process. */
import { setFlagsFromString } from 'node:v8';

/**
 * WebAssembly stays as V8's first compiler leaves it, which reads a function when it is first called. By default V8 makes
 * what runs often faster, and a process waits at its end for what is being made: the grammar's largest function alone takes
 * up to 400 ms and 600 MB, three times the check of one file, and 2,000 files are read no faster for it; Postgres' own takes
 * half the time of a rehearsal (measured on Node 20 and 24). V8 has no such settings for one thread or one module.
 */
export function stayWithFirstCompiler(): void {
  setFlagsFromString('--no-wasm-tier-up');
  setFlagsFromString('--no-wasm-dynamic-tiering');
  setFlagsFromString('--wasm-lazy-validation');
}
