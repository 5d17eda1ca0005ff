/** The Action's entry point. It is small on purpose: whatever fails after it is reported from here. */
import { lastWords, listenForBrokenStreams } from './action/last-words.js';
import { stayWithFirstCompiler } from './system/first-compiler.js';

listenForBrokenStreams();
stayWithFirstCompiler();
let giveUp = async (error: unknown): Promise<void> => {
  process.stdout.write(lastWords(error, process.env));
};
process.on('uncaughtException', async (error) => {
  await giveUp(error).catch(() => {});
  process.exit(1);
});

try {
  const { newJob } = await import('./action/main.js');
  const job = await newJob(process.env);
  giveUp = job.giveUp;
  process.exitCode = await job.run();
} catch (error) {
  process.exitCode = 1;
  await giveUp(error);
}
