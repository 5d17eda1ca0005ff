/** The WebAssembly module of libpg-query 18.1.5, as its glue code hands it out. */
declare module 'libpg-query/wasm/libpg-query.js' {
  export interface PgQueryModule {
    /** All its memory; another view after it has grown. */
    readonly HEAPU8: Uint8Array;
    _malloc(bytes: number): number;
    _free(pointer: number): void;
    /** Points to `{ tree, stderr, error }`. */
    _wasm_parse_query_raw(query: number): number;
    _wasm_free_parse_result(result: number): void;
    /** Points to a text: JSON, or what is wrong. */
    _wasm_parse_plpgsql(query: number): number;
    _wasm_free_string(text: number): void;
    getValue(pointer: number, type: 'i32'): number;
    lengthBytesUTF8(text: string): number;
    stringToUTF8(text: string, pointer: number, room: number): void;
    UTF8ToString(pointer: number): string;
  }

  /** `printErr` gets what the module writes to its standard error, line by line. */
  export default function createModule(options: { printErr(line: string): void }): Promise<PgQueryModule>;
}
