import { resolve } from 'node:path';
import { z } from 'zod';

const portOf = (name: string) =>
  z
    .string()
    .regex(/^\d{1,5}$/, `${name} must be a number, e.g. ${name}=3000`)
    .transform(Number)
    .refine((n) => n >= 1 && n <= 65535, `${name} must be between 1 and 65535`);

const origin = z
  .url({ protocol: /^https?$/, error: 'SITE_URL must be an address such as https://baomochai.example' })
  .transform((text) => new URL(text))
  .refine(
    (url) => url.pathname === '/' && !url.search && !url.hash,
    'SITE_URL must be without a path, e.g. https://baomochai.example',
  )
  .transform((url) => url.origin);

const databaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error:
    'DATABASE_URL must look like postgresql://user:password@host:5432/database (leave it empty for the embedded database)',
});

const smtpUrl = z.url({
  protocol: /^smtps?$/,
  error:
    'SMTP_URL must look like smtps://user:password@mail.example:465 (leave it empty: the newsroom sends no mail)',
});

const mailFrom = z
  .string()
  .regex(
    /^[^\r\n<>]*<[^\s@<>]+@[^\s@<>]+>$|^[^\s@<>]+@[^\s@<>]+$/,
    'MAIL_FROM must be an e-mail address, e.g. MAIL_FROM="Tòa soạn <toasoan@baomochai.example>"',
  );

const schema = z
  .object({
    PORT: portOf('PORT').default(3000),
    HOST: z
      .string()
      .regex(/^[\w.:-]+$/, 'HOST must be an address or a host name, e.g. HOST=0.0.0.0')
      .default('127.0.0.1'),
    SITE_URL: origin.optional(),
    DATABASE_URL: databaseUrl.optional(),
    DATA_DIR: z.string().default('.data'),
    ADMIN_PORT: portOf('ADMIN_PORT').optional(),
    MAX_CONNECTIONS: z
      .string()
      .regex(/^[1-9]\d{0,5}$/, 'MAX_CONNECTIONS must be a number, e.g. MAX_CONNECTIONS=4096')
      .transform(Number)
      .default(4096),
    PAGE_CACHE: z.enum(['on', 'off'], 'PAGE_CACHE is "on" or "off"').default('on'),
    PAGE_CACHE_MB: z
      .string()
      .regex(/^[1-9]\d{0,5}$/, 'PAGE_CACHE_MB must be a number of megabytes, e.g. PAGE_CACHE_MB=128')
      .transform(Number)
      .default(128),
    PURGE_URL: z
      .url({ protocol: /^https?$/, error: 'PURGE_URL must be an address, e.g. https://cdn.example/purge' })
      .optional(),
    INDEXNOW_KEY: z
      .string()
      .regex(
        /^[A-Za-z0-9-]{8,128}$/,
        'INDEXNOW_KEY must be 8 to 128 letters, digits and hyphens, e.g. INDEXNOW_KEY=5f0c7a52b1d94e0c',
      )
      .optional(),
    INDEXNOW_URL: z
      .url({
        protocol: /^https?$/,
        error: 'INDEXNOW_URL must be an address, e.g. https://www.bing.com/indexnow',
      })
      .optional(),
    ADMIN_EMAIL: z.email('ADMIN_EMAIL must be an e-mail address').toLowerCase().optional(),
    ADMIN_PASSWORD: z.string().min(12, 'ADMIN_PASSWORD must have at least 12 characters').optional(),
    AUTH_SECRET: z.string().min(32, 'AUTH_SECRET must have at least 32 characters').optional(),
    TRUST_PROXY: z
      .string()
      .regex(
        /^\d$/,
        'TRUST_PROXY must be the number of proxies in front of this server, e.g. TRUST_PROXY=1 behind one nginx',
      )
      .transform(Number)
      .default(0),
    SMTP_URL: smtpUrl.optional(),
    MAIL_FROM: mailFrom.optional(),
  })
  .refine((env) => env.ADMIN_PORT !== env.PORT, 'ADMIN_PORT must be another port than PORT')
  .refine((env) => !env.ADMIN_PASSWORD || env.ADMIN_EMAIL, 'ADMIN_PASSWORD needs ADMIN_EMAIL beside it')
  .refine(
    (env) => Boolean(env.SMTP_URL) === Boolean(env.MAIL_FROM),
    'SMTP_URL and MAIL_FROM need each other: set both, or neither',
  );

export interface Env {
  port: number;
  /** A listener of the newsroom's own; null: it is served beside the readers' pages. */
  adminPort: number | null;
  /** Open at a time, on each listener. */
  maxConnections: number;
  /** Where a CDN is told which pages to drop; null: there is none. */
  purgeUrl: string | null;
  /** Search engines are told of what is published and withdrawn, at indexNowUrl; null: they are not. */
  indexNowKey: string | null;
  /** Null: at api.indexnow.org. */
  indexNowUrl: string | null;
  host: string;
  /** Origin without a slash at the end: every absolute address begins with it. */
  siteUrl: string;
  /** Null: the embedded database under dataDir. */
  databaseUrl: string | null;
  /** Absolute. */
  dataDir: string;
  adminEmail: string | null;
  adminPassword: string | null;
  authSecret: string | null;
  /** How many proxies stand in front: so many of the last addresses in X-Forwarded-For are theirs. */
  trustProxy: number;
  /** How to send mail; null: the newsroom sends none. */
  mail: { url: string; from: string } | null;
}

/** A setting of the environment that can't be used; the message says which and what to write instead. */
export class EnvError extends Error {}

/**
 * Reads and checks the environment (DESIGN section 1). An empty variable counts as unset.
 * @throws EnvError naming every setting that is wrong
 */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(set);
  if (!parsed.success) throw new EnvError(parsed.error.issues.map((issue) => issue.message).join('\n'));
  const env = parsed.data;
  return {
    port: env.PORT,
    adminPort: env.ADMIN_PORT ?? null,
    maxConnections: env.MAX_CONNECTIONS,
    purgeUrl: env.PURGE_URL ?? null,
    indexNowKey: env.INDEXNOW_KEY ?? null,
    indexNowUrl: env.INDEXNOW_URL ?? null,
    host: env.HOST,
    siteUrl: env.SITE_URL ?? `http://localhost:${env.PORT}`,
    databaseUrl: env.DATABASE_URL ?? null,
    dataDir: resolve(env.DATA_DIR),
    adminEmail: env.ADMIN_EMAIL ?? null,
    adminPassword: env.ADMIN_PASSWORD ?? null,
    authSecret: env.AUTH_SECRET ?? null,
    trustProxy: env.TRUST_PROXY,
    mail: env.SMTP_URL && env.MAIL_FROM ? { url: env.SMTP_URL, from: env.MAIL_FROM } : null,
  };
}
