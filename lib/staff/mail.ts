import { createTransport } from 'nodemailer';
import { readEnv } from '#lib/site/env.ts';

interface Letter {
  to: string;
  subject: string;
  text: string;
}

/** Whether the newsroom can send mail at all (SMTP_URL). */
export const canSendMail = (): boolean => readEnv().mail !== null;

/**
 * Sends a letter by the mail server of SMTP_URL.
 * @throws Error if there is none or it does not take the letter
 */
export async function sendMail({ to, subject, text }: Letter): Promise<void> {
  const { mail } = readEnv();
  if (!mail) throw new Error('SMTP_URL is not set');
  const transport = createTransport({
    url: mail.url,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
    // What stands in a letter is text: nothing in it may read files or other addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({ from: mail.from, to, subject, text });
  } finally {
    transport.close();
  }
}
