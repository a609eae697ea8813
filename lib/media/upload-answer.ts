import type { Answer, Problem } from '#lib/site/answer.ts';
import { diskFull } from './upload-store.ts';

const sentences: Partial<Record<number, { problem: Problem; message: string }>> = {
  404: { problem: 'missing', message: 'Lần tải lên này không còn trên máy chủ. Hãy tải ảnh lại từ đầu.' },
  409: { problem: 'conflict', message: 'Phần tải lên không nối khớp với phần đã có. Hãy bấm Thử lại.' },
  410: { problem: 'missing', message: 'Lần tải lên này đã quá một ngày. Hãy tải ảnh lại từ đầu.' },
  413: { problem: 'invalid', message: 'Ảnh nặng quá mức 50 MB. Hãy xuất ảnh nhẹ hơn rồi tải lại.' },
  507: { problem: 'invalid', message: diskFull.body },
};
const otherwise = {
  problem: 'invalid',
  message: 'Máy chủ chưa nhận được ảnh này. Hãy bấm Thử lại.',
} as const;

/** The protocol's answer as it is; where it tells of an error, in words for the person instead of the library's. */
export function inWords(answer: Response): Response {
  // Nobody on another site is to read these.
  answer.headers.delete('Access-Control-Expose-Headers');
  if (answer.status < 400) return answer;
  const { problem, message } = sentences[answer.status] ?? otherwise;
  const body: Answer<never> = { ok: false, problem, message, fields: {} };
  const headers = new Headers(answer.headers);
  headers.delete('Content-Length');
  headers.set('Content-Type', 'application/json');
  headers.set('Cache-Control', 'no-store');
  return new Response(JSON.stringify(body), { status: answer.status, headers });
}
