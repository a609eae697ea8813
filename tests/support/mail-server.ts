import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** A letter as the mail server got it. */
interface Letter {
  to: string;
  /** Headers and text, decoded. */
  text: string;
}

/** Undoes quoted-printable and base64, whichever a letter's text is in. */
function decode(data: string): string {
  const [head = '', ...rest] = data.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/encoding: base64/i.test(head)) return `${head}\n\n${Buffer.from(body, 'base64').toString('utf8')}`;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return `${head}\n\n${Buffer.from(bytes, 'latin1').toString('utf8')}`;
}

/** Speaks as much SMTP as a letter needs. */
function serve(socket: Socket, letters: Letter[]): void {
  let data: string | null = null;
  let to = '';
  let rest = '';
  const say = (line: string) => socket.write(`${line}\r\n`);
  const hear = (line: string) => {
    if (data !== null) {
      if (line !== '.') data += `${line.replace(/^\.\./, '.')}\r\n`;
      else {
        letters.push({ to, text: decode(data) });
        data = null;
        say('250 taken');
      }
    } else if (/^RCPT TO/i.test(line)) {
      to = /<(.*)>/.exec(line)?.[1] ?? '';
      say('250 ok');
    } else if (/^DATA/i.test(line)) {
      data = '';
      say('354 go on');
    } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
    else say('250 ok');
  };
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    const lines = (rest + chunk.toString('latin1')).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) hear(line);
  });
  say('220 mail.example');
}

/** A mail server of the test's own that keeps every letter. */
export async function startMailServer(): Promise<{
  url: string;
  letters: Letter[];
  stop: () => Promise<void>;
}> {
  const letters: Letter[] = [];
  const server = createServer((socket) => serve(socket, letters)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const stop = async () => {
    server.close();
    await once(server, 'close');
  };
  return { url: `smtp://127.0.0.1:${port}`, letters, stop };
}
