import { z } from 'zod';

/** The lengths better-auth and our forms agree on; the longest keeps hashing from being somebody's weapon. */
export const shortestPassword = 12;
export const longestPassword = 256;

/** A password as somebody typed it to get in: only its length is looked at, whatever it was once allowed to be. */
export const typedPassword = z
  .string('Hãy nhập mật khẩu.')
  .min(1, 'Hãy nhập mật khẩu.')
  .max(longestPassword, `Mật khẩu dài nhất ${longestPassword} ký tự.`)
  // To the hash, a password with such bytes at its end is the same as one without them.
  .refine((text) => !text.includes('\0'), 'Mật khẩu không có ký tự ấy.');

/** An e-mail address in the form that accounts are kept and found by. */
export const email = z
  .string('Hãy nhập địa chỉ e-mail.')
  .trim()
  .max(254, 'Địa chỉ e-mail quá dài.')
  .toLowerCase()
  .pipe(z.email('Địa chỉ e-mail chưa đúng, ví dụ: ten@toasoan.vn'));

const countLetters = (text: string) => [...text.normalize('NFKC')].length;
const fewestDifferent = 5;

/** A password that somebody chooses: long rather than strange. */
export const newPassword = z
  .string('Hãy nhập mật khẩu mới.')
  .max(longestPassword, `Mật khẩu dài nhất ${longestPassword} ký tự.`)
  .refine(
    (text) => countLetters(text) >= shortestPassword,
    `Mật khẩu cần ít nhất ${shortestPassword} ký tự; vài từ ghép lại là được.`,
  )
  .refine((text) => !/\p{Cc}/u.test(text), 'Mật khẩu không được có ký tự điều khiển.')
  .refine(
    (text) => new Set(text.toLowerCase()).size >= fewestDifferent,
    `Mật khẩu cần ít nhất ${fewestDifferent} ký tự khác nhau.`,
  );
