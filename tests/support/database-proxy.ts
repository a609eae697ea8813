import { once } from 'node:events';
import { connect as connectTo, createServer, type Socket } from 'node:net';

/** What stands between a program and its PostgreSQL, to cut the line where a test wants it cut. */
export interface DatabaseProxy {
  /** The database's address through here. */
  url: string;
  /** Statements that the program has sent so far. */
  readonly statements: number;
  /**
   * Lets the connection that is opened next get as far as its n-th statement (from 1): the server does it, and neither
   * its answer nor anything after it comes back. To the server the program is gone then, as if it had been killed; to the
   * program the server is silent. Resolves when the server has answered.
   */
  holdNext: (n: number) => Promise<void>;
  /** On the connections that are open now nothing passes any more, and nobody is told: as when a router forgets them. */
  goDead: () => void;
  close: () => Promise<void>;
}

interface Hold {
  n: number;
  done: () => void;
}

const sync = 'S'.charCodeAt(0);
const simpleQuery = 'Q'.charCodeAt(0);
const readyForQuery = 'Z'.charCodeAt(0);

/** Reads the types of the messages that pass, in pieces as they come. A client's first message has no type. */
function messageReader(hasFirst: boolean, onMessage: (type: number) => void) {
  let rest = Buffer.alloc(0);
  let isFirst = hasFirst;
  return (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = isFirst ? 0 : 1;
      if (rest.length < head + 4) return;
      const length = head + rest.readUInt32BE(head);
      if (rest.length < length) return;
      if (!isFirst) onMessage(rest.readUInt8(0));
      isFirst = false;
      rest = rest.subarray(length);
    }
  };
}

/** Follows one connection's talk. @returns whether what was just given may pass */
function follow(hold: Hold | null, onStatement: () => void) {
  let statements = 0;
  let isHeld = false;
  const readProgram = messageReader(true, (type) => {
    if (type !== sync && type !== simpleQuery) return;
    statements++;
    onStatement();
  });
  const readDatabase = messageReader(false, (type) => {
    if (type !== readyForQuery || !hold || statements < hold.n || isHeld) return;
    isHeld = true;
    hold.done();
  });
  return {
    fromProgram: (chunk: Buffer) => {
      if (!isHeld) readProgram(chunk);
      return !isHeld;
    },
    fromDatabase: (chunk: Buffer) => {
      readDatabase(chunk);
      return !isHeld;
    },
  };
}

export async function startDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const holds: Hold[] = [];
  let statements = 0;
  let dead = new Set<Socket>();

  const server = createServer((program) => {
    const database = connectTo(Number(target.port || 5432), target.hostname);
    const hold = holds.shift();
    let isCut = false;
    const cut = (done: () => void) => {
      isCut = true;
      database.destroy();
      done();
    };
    const talk = follow(hold ? { n: hold.n, done: () => cut(hold.done) } : null, () => statements++);
    const passes = () => !dead.has(program) && !isCut;
    for (const socket of [program, database]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => sockets.delete(socket));
    }
    program.on('data', (chunk: Buffer) => {
      if (passes() && talk.fromProgram(chunk)) database.write(chunk);
    });
    database.on('data', (chunk: Buffer) => {
      if (passes() && talk.fromDatabase(chunk)) program.write(chunk);
    });
    program.on('close', () => database.destroy());
    database.on('close', () => passes() && program.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(typeof address === 'object' && address ? address.port : 0);
  return {
    url: url.href,
    get statements() {
      return statements;
    },
    holdNext: (n) => new Promise((done) => holds.push({ n, done })),
    goDead: () => {
      dead = new Set(sockets);
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
