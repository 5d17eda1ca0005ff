/** Reads a step's log as the runner does: which workflow commands are in it. */

export interface Command {
  name: string;
  properties: Record<string, string>;
  message: string;
}

/** What stands between `::stop-commands::token` and `::token::` is only text. */
export function parseCommands(log: string): Command[] {
  const commands: Command[] = [];
  let stopped: string | null = null;
  for (const line of log.split(/\r?\n/)) {
    const match = /^\s*::([\w-]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$/.exec(line);
    if (!match) continue;
    const [, name = '', properties = '', message = ''] = match;
    if (stopped !== null) {
      if (name === stopped) stopped = null;
    } else if (name === 'stop-commands') stopped = message;
    else commands.push({ name, properties: parseProperties(properties), message: unescaped(message) });
  }
  return commands;
}

function parseProperties(text: string): Record<string, string> {
  const pairs = text.split(',').map((pair) => pair.split('=', 2) as [string, string?]);
  return Object.fromEntries(pairs.map(([key, value = '']) => [key.trim(), unescaped(value)]));
}

function unescaped(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}

/** Reads the file behind GITHUB_OUTPUT: `name=value`, or a heredoc. */
export function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const heredoc = /^(.+?)<<(.+)$/.exec(lines[at] ?? '');
    if (heredoc) {
      const [, name = '', delimiter = ''] = heredoc;
      const end = lines.indexOf(delimiter, at + 1);
      outputs[name] = lines.slice(at + 1, end).join('\n');
      at = end;
      continue;
    }
    const plain = /^(.+?)=(.*)$/.exec(lines[at] ?? '');
    if (plain) outputs[plain[1] ?? ''] = plain[2] ?? '';
  }
  return outputs;
}
