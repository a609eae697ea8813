import { z } from 'zod';
import { record } from '#lib/audit/record.ts';
import { db } from '#lib/db.ts';
import { readSettings } from '#lib/settings/read.ts';
import { addressOf } from './address.ts';
import { canSendMail, sendMail } from './mail.ts';
import { linkLifetimes, makePasswordLink } from './password-links.ts';
import { email } from './password-rules.ts';
import { countAttempt, limits } from './throttle.ts';

export const resetRequestInput = z.object({ email });

const letter = (paper: string, name: string, url: string) => `Chào ${name},

Có người, chắc là bạn, vừa xin đặt lại mật khẩu vào tòa soạn ${paper}.
Mở liên kết này để đặt mật khẩu mới; liên kết dùng được một lần, trong một giờ:

${url}

Nếu không phải bạn, hãy bỏ qua thư này: mật khẩu của bạn vẫn như cũ.
`;

async function mayAsk(address: string, origin: string, now: Date): Promise<boolean> {
  const waits = [
    await countAttempt(`letter-to:${address}`, limits.letters, now),
    await countAttempt(`letters-from:${origin}`, limits.address, now),
  ];
  return waits.every((wait) => wait === 0);
}

/**
 * Sends a person the link to set a new password, if there is such a person. Nothing comes back that would tell: run it
 * after the answer has gone out. Asking too often sends nothing more.
 * @throws Error if the mail server does not take the letter
 */
export async function sendPasswordLink(address: string, headers: Headers, now: Date): Promise<void> {
  if (!canSendMail() || !(await mayAsk(address, addressOf(headers), now))) return;
  const staff = await db().staff.findUnique({
    where: { email: address, disabledAt: null },
    select: { id: true, name: true, email: true },
  });
  if (!staff) return;
  const { url } = await db().$transaction(async (tx) => {
    const subject = { type: 'staff', id: staff.id };
    await record(tx, { actor: null, action: 'staff.ask_link', subject, at: now });
    return await makePasswordLink(tx, staff.id, linkLifetimes.mailed, now);
  });
  const paper = await readSettings(db());
  await sendMail({
    to: staff.email,
    subject: `Đặt lại mật khẩu tòa soạn ${paper.name}`,
    text: letter(paper.name, staff.name, url),
  });
}
