import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { decodeText, mendMojibake } from '#lib/media/decode-text.ts';
import { describePicture } from '#lib/media/describe-picture.ts';
import { exifTags, iptcNumbers, jpegWith, xmpPacket } from '#tests/support/picture-metadata.ts';

const utf8 = (text: string) => Buffer.from(text);
/** "Hội đua ghe", as an old Windows program of Viet Nam writes it: letters, and marks of their own behind them. */
const windows1258 = Buffer.from([0x48, 0xf4, 0xf2, 0x69, 0x20, 0xf0, 0x75, 0x61, 0x20, 0x67, 0x68, 0x65]);

describe('texts of unknown letters', () => {
  test('UTF-8 stays, whole and composed', () => {
    expect(decodeText(utf8('Sông Trầm ngược dòng'))).toBe('Sông Trầm ngược dòng');
    expect(decodeText(utf8('Cầu'.normalize('NFD')))).toBe('Cầu');
  });

  test('Windows-1258, with its marks joined to their letters', () => {
    expect(decodeText(windows1258)).toBe('Hội đua ghe');
  });

  test('western letters of Latin 1', () => {
    expect(decodeText(Buffer.from('Café Müller', 'latin1'))).toBe('Café Müller');
  });

  test('UTF-8 that was once read as Latin letters', () => {
    expect(mendMojibake(Buffer.from('Cầu Vạn Chài').toString('latin1'))).toBe('Cầu Vạn Chài');
    expect(mendMojibake('Cáº§u Váº¡n Chà i'.replace('à i', 'Ã\u00A0i'))).toBe('Cầu Vạn Chài');
    expect(decodeText(utf8('áº£nh tÆ° liá»‡u'))).toBe('ảnh tư liệu');
  });

  test.each(['Hòa Bình, Đà Nẵng', 'São Paulo', 'Hà', 'plain', ''])('"%s" is no such text', (text) => {
    expect(mendMojibake(text)).toBe(text);
    expect(decodeText(utf8(text))).toBe(text);
  });
});

describe('caption and credit', () => {
  test('IPTC before XMP before EXIF', async () => {
    const exif = { [exifTags.description]: utf8('Từ EXIF'), [exifTags.artist]: utf8('Lê Hà') };
    const xmp =
      '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Từ XMP</rdf:li></rdf:Alt></dc:description><dc:creator><rdf:Seq><rdf:li>Khánh Vy</rdf:li></rdf:Seq></dc:creator><photoshop:Credit>Mộc Hải</photoshop:Credit>';
    const iptc = [
      [iptcNumbers.caption, utf8('Từ IPTC')],
      [iptcNumbers.byline, utf8('Hoài Nam')],
      [iptcNumbers.credit, utf8('TTXVN')],
    ] as const;
    expect(await describePicture(await jpegWith({ exif }))).toEqual({
      alt: '',
      caption: 'Từ EXIF',
      credit: 'Lê Hà',
    });
    expect(await describePicture(await jpegWith({ exif, xmp }))).toEqual({
      alt: '',
      caption: 'Từ XMP',
      credit: 'Khánh Vy/Mộc Hải',
    });
    expect(await describePicture(await jpegWith({ exif, xmp, iptc }))).toEqual({
      alt: '',
      caption: 'Từ IPTC',
      credit: 'Hoài Nam/TTXVN',
    });
  });

  test('several photographers; a house that is named already', async () => {
    const byline = (...names: string[]) => names.map((name) => [iptcNumbers.byline, utf8(name)] as const);
    const credit = (name: string) => [iptcNumbers.credit, utf8(name)] as const;
    const read = async (iptc: readonly (readonly [number, Uint8Array])[]) =>
      (await describePicture(await jpegWith({ iptc }))).credit;
    expect(await read([...byline('Khánh Vy', 'Hoài Nam'), credit('TTXVN')])).toBe('Khánh Vy, Hoài Nam/TTXVN');
    expect(await read([...byline('Khánh Vy/TTXVN'), credit('TTXVN')])).toBe('Khánh Vy/TTXVN');
    expect(await read([credit('TTXVN')])).toBe('TTXVN');
  });

  test('IPTC of an old Windows program, and mojibake', async () => {
    const read = async (bytes: Uint8Array) =>
      (await describePicture(await jpegWith({ iptc: [[iptcNumbers.caption, bytes]] }))).caption;
    expect(await read(windows1258)).toBe('Hội đua ghe');
    expect(await read(utf8(utf8('Chợ đêm').toString('latin1')))).toBe('Chợ đêm');
  });

  test('of several languages the one that holds for all, or the Vietnamese one', async () => {
    const read = async (items: string) =>
      (
        await describePicture(
          await jpegWith({ xmp: `<dc:description><rdf:Alt>${items}</rdf:Alt></dc:description>` }),
        )
      ).caption;
    const english = '<rdf:li xml:lang="en">Bridge</rdf:li>';
    expect(await read(`${english}<rdf:li xml:lang="x-default">Cầu &amp; sông</rdf:li>`)).toBe('Cầu & sông');
    expect(await read(`${english}<rdf:li xml:lang="vi-VN">Cầu</rdf:li>`)).toBe('Cầu');
    expect(await read(english)).toBe('Bridge');
  });

  test.each(['png', 'webp', 'avif'] as const)('XMP of a %s, alternative text included', async (format) => {
    const xmp = xmpPacket(
      '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Ruộng muối</rdf:li></rdf:Alt></dc:description><Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">Người gánh muối</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>',
    );
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
      .withXmp(xmp)
      .toFormat(format)
      .toBuffer();
    expect(await describePicture(bytes)).toEqual({
      alt: 'Người gánh muối',
      caption: 'Ruộng muối',
      credit: '',
    });
  });

  test.each([
    'OLYMPUS DIGITAL CAMERA',
    'DCIM\\100MEDIA\\DJI_0001.JPG',
    'untitled',
    'SAMSUNG CAMERA PICTURES',
    '   ',
  ])('what a camera writes by itself ("%s") is no caption', async (words) => {
    const exif = { [exifTags.description]: utf8(words) };
    expect((await describePicture(await jpegWith({ exif }))).caption).toBe('');
  });

  test('several lines become one, control characters go, what is too long ends at a word', async () => {
    const iptc = [[iptcNumbers.caption, utf8(`Dòng một\r\ndòng\u0000 hai ${'dài '.repeat(400)}`)]] as const;
    const { caption } = await describePicture(await jpegWith({ iptc }));
    expect(caption).toMatch(/^Dòng một dòng hai dài .*dài…$/);
    expect(caption.length).toBeLessThanOrEqual(1000);
  });

  test('metadata that is broken or huge is left alone', async () => {
    const plain = await jpegWith({});
    const none = { alt: '', caption: '', credit: '' };
    expect(await describePicture(plain)).toEqual(none);
    const xmp = await jpegWith({ xmp: '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Hở' });
    expect((await describePicture(xmp)).credit).toBe('');
    const iptc = await jpegWith({ iptc: [[iptcNumbers.caption, utf8('Cầu')]] });
    iptc.writeUInt16BE(0xffff, iptc.indexOf(Buffer.from([0x1c, 2, 120])) + 3);
    await expect(describePicture(iptc)).resolves.toBeDefined();
    const huge = await sharp(plain)
      .withXmp(xmpPacket(`<dc:description>${'x'.repeat(600_000)}</dc:description>`))
      .webp()
      .toBuffer();
    expect(await describePicture(huge)).toEqual(none);
  });

  test('entities of an XML packet are not multiplied', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(100)}"><!ENTITY b "${'&a;'.repeat(100)}"><!ENTITY c "${'&b;'.repeat(100)}">]>`;
    const packet = xmpPacket(
      '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">&c;</rdf:li></rdf:Alt></dc:description>',
    ).replace('?>', `?>${bomb}`);
    const bytes = await sharp({ create: { width: 4, height: 3, channels: 3, background: 'red' } })
      .withXmp(packet)
      .webp()
      .toBuffer();
    expect((await describePicture(bytes)).caption.length).toBeLessThanOrEqual(1000);
  });
});
