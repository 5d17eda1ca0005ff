/** A TCP proxy that can fall silent: it passes nothing on any more and closes nothing, as a paused container does; or lie. */
import { createServer, connect as dial, type Socket } from 'node:net';

export interface TestProxy {
  port: number;
  /** From now on. */
  freeze(): void;
  close(): Promise<void>;
}

/** In front of `port` of this machine. `trigger`: what a client sends that makes it fall silent. `lie`: changes an answer, not its length. */
export function startProxy(port: number, trigger?: string, lie = (answer: Buffer) => answer): Promise<TestProxy> {
  let frozen = false;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = dial(port, '127.0.0.1');
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {});
    }
    client.on('data', (chunk) => {
      if (trigger !== undefined && chunk.includes(trigger)) frozen = true;
      if (!frozen) upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (!frozen) client.write(lie(chunk));
    });
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => {
      if (!frozen) client.destroy();
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address !== null ? address.port : 0,
        freeze: () => {
          frozen = true;
        },
        close: () =>
          new Promise((closed) => {
            for (const socket of sockets) socket.destroy();
            server.close(() => closed());
          }),
      });
    });
  });
}
