#!/usr/bin/env node
import { run } from './package.js';

await run(process.argv.slice(2));
