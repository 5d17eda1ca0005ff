// The first import of every bundled entry: libpg-query's CommonJS glue looks for its wasm in `__dirname`, which ES modules lack.
(globalThis as { __dirname?: string }).__dirname ??= import.meta.dirname;
