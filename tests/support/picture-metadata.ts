import sharp from 'sharp';

// Pictures with the metadata that cameras and agencies write, byte by byte: what is tested is how it is read.

const segment = (marker: number, content: Uint8Array): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};

/** EXIF's first directory with text tags, as bytes the way they are given. */
function exifSegment(tags: Record<number, Uint8Array>): Buffer {
  const entries = Object.entries(tags);
  let at = 8 + 2 + entries.length * 12 + 4;
  const head = Buffer.alloc(at);
  head.write('II*\0', 'latin1');
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(entries.length, 8);
  const texts = entries.map(([tag, bytes], index) => {
    const text = Buffer.concat([bytes, Buffer.from([0])]);
    const entry = 10 + index * 12;
    head.writeUInt16LE(Number(tag), entry);
    head.writeUInt16LE(2, entry + 2);
    head.writeUInt32LE(text.length, entry + 4);
    head.writeUInt32LE(at, entry + 8);
    at += text.length;
    return text;
  });
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), head, ...texts]));
}

/** IPTC's application record: pairs of a dataset's number and its bytes; a number may come more than once. */
function iptcSegment(records: readonly (readonly [number, Uint8Array])[]): Buffer {
  const datasets = records.map(([number, bytes]) => {
    const head = Buffer.from([0x1c, 2, number, 0, 0]);
    head.writeUInt16BE(bytes.length, 3);
    return Buffer.concat([head, bytes]);
  });
  const block = Buffer.concat(datasets);
  const head = Buffer.alloc(12);
  head.write('8BIM');
  head.writeUInt16BE(0x0404, 4);
  head.writeUInt32BE(block.length, 8);
  const padding = Buffer.alloc(block.length % 2);
  return segment(0xed, Buffer.concat([Buffer.from('Photoshop 3.0\0'), head, block, padding]));
}

export const iptcNumbers = { caption: 120, byline: 80, credit: 110 } as const;
export const exifTags = { description: 0x010e, artist: 0x013b } as const;

interface Metadata {
  exif?: Record<number, Uint8Array>;
  iptc?: readonly (readonly [number, Uint8Array])[];
  /** What stands within rdf:Description. */
  xmp?: string;
}

/** An XMP packet; dc, photoshop, exif and the accessibility texts' namespace are declared. */
export function xmpPacket(inner: string): string {
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">${inner}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
}

/** A JPEG of 40 × 30 with this metadata. */
export async function jpegWith({ exif, iptc, xmp }: Metadata): Promise<Buffer> {
  const plain = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#2c5f8a' } })
    .jpeg()
    .toBuffer();
  const segments = [
    ...(exif ? [exifSegment(exif)] : []),
    ...(xmp
      ? [
          segment(
            0xe1,
            Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0'), Buffer.from(xmpPacket(xmp))]),
          ),
        ]
      : []),
    ...(iptc ? [iptcSegment(iptc)] : []),
  ];
  return Buffer.concat([plain.subarray(0, 2), ...segments, plain.subarray(2)]);
}
