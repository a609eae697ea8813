import type { PictureView } from '#lib/media/types.ts';
import type { PaperSettings } from './schema.ts';
import type { PaperView, SocialLink } from './types.ts';

const networks: Record<string, string> = {
  'facebook.com': 'Facebook',
  'instagram.com': 'Instagram',
  'linkedin.com': 'LinkedIn',
  't.me': 'Telegram',
  'threads.net': 'Threads',
  'tiktok.com': 'TikTok',
  'x.com': 'X',
  'youtube.com': 'YouTube',
  'zalo.me': 'Zalo',
};

/** A link named after its network, or after its host where we don't know that. */
function socialLink(href: string): SocialLink {
  const host = new URL(href).hostname.replace(/^(www|m)\./, '');
  return { name: networks[host] ?? host, href };
}

/** "Điện thoại: 0200 555 0122", or nothing of what is not known. */
const named = (name: string, value: string): string[] => (value === '' ? [] : [`${name}: ${value}`]);

function imprintLines({ imprint }: PaperSettings): string[] {
  const { owner, licence, issuer, editorInChief, address, phone, email } = imprint;
  const lines = [
    owner === '' ? [] : [owner],
    [...named('Giấy phép', licence), ...named('Cơ quan cấp phép', issuer)],
    named('Tổng biên tập', editorInChief),
    named('Tòa soạn', address),
    [...named('Điện thoại', phone), ...named('Email', email)],
  ];
  return lines.filter((line) => line.length > 0).map((line) => line.join(' · '));
}

/**
 * The settings as readers see them.
 * @param logo  the picture that the settings name; null where there is none (any more)
 */
export function paperView(settings: PaperSettings, logo: PictureView | null): PaperView {
  const { name, masthead, motto, description, notice, social, policies } = settings;
  return {
    name,
    // A masthead without words would leave the way home without a name.
    masthead: { kicker: masthead.kicker, title: masthead.title || name },
    motto,
    description,
    logo,
    imprint: imprintLines(settings),
    notice,
    social: social.map(socialLink),
    policies,
  };
}
