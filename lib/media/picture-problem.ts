/** What a file is that is not taken, as far as its first bytes tell. */
export type OtherKind =
  | 'gif'
  | 'pdf'
  | 'bitmap'
  | 'heic'
  | 'film'
  | 'svg'
  | 'web-page'
  | 'archive'
  | 'unknown';

/** What is wrong with a file that was given as a picture. */
export type PictureFault =
  | { is: 'empty' }
  | { is: 'no-picture'; kind: OtherKind }
  | { is: 'too-many-bytes'; megabytes: number }
  | { is: 'too-many-pixels'; megapixels: number }
  | { is: 'too-tall' }
  | { is: 'header-damaged' }
  | { is: 'damaged' };

const asEnglish: Record<OtherKind, string> = {
  gif: 'a GIF',
  pdf: 'a PDF document',
  bitmap: 'a BMP or TIFF picture',
  heic: "an iPhone's HEIC picture",
  film: 'a film',
  svg: 'an SVG drawing',
  'web-page': 'a web page',
  archive: 'a ZIP archive or an Office document',
  unknown: 'not a picture, whatever its name says',
};

const formats = 'JPEG, PNG, WebP hoặc AVIF';
const asVietnamese: Record<OtherKind, string> = {
  gif: `Tệp này là ảnh GIF. Hãy lưu lại thành ${formats} rồi tải lên.`,
  pdf: 'Tệp này là tài liệu PDF. Hãy xuất trang cần dùng thành ảnh JPEG rồi tải lên.',
  bitmap: `Tệp này là ảnh BMP hoặc TIFF. Hãy lưu lại thành ${formats} rồi tải lên.`,
  heic: 'Ảnh HEIC của iPhone chưa đọc được ở đây. Trên iPhone hãy chọn Cài đặt › Camera › Định dạng › Tương thích nhất, hoặc gửi ảnh qua Mail để máy đổi sang JPEG, rồi tải lại.',
  film: 'Tệp này là phim, không phải ảnh. Hãy lấy một khung hình thành ảnh JPEG rồi tải lên.',
  svg: 'Tệp này là hình vẽ SVG, có thể chứa mã lệnh nên không được nhận. Hãy xuất thành PNG rồi tải lên.',
  'web-page': 'Tệp này là trang web, không phải ảnh. Hãy lưu riêng bức ảnh trên trang đó rồi tải lên.',
  archive: 'Tệp này là tệp nén hoặc tài liệu Office. Hãy lấy ảnh ở trong ra rồi tải từng ảnh lên.',
  unknown: `Tệp này không phải ảnh, dù tên tệp ghi thế nào. Ảnh được nhận là ${formats}.`,
};

function english(fault: PictureFault): string {
  switch (fault.is) {
    case 'empty':
      return 'the file is empty';
    case 'no-picture':
      return `the file is ${asEnglish[fault.kind]}; save the picture as JPEG, PNG, WebP or AVIF`;
    case 'too-many-bytes':
      return `the picture has ${fault.megabytes} MB, more than 50 MB; save it smaller`;
    case 'too-many-pixels':
      return `the picture has ${fault.megapixels} megapixels, more than 50; make it smaller`;
    case 'too-tall':
      return 'the picture is far taller than wide; cut it into several';
    case 'header-damaged':
      return 'the picture is damaged: its size can not be read; save it anew';
    case 'damaged':
      return 'the picture is damaged or breaks off before its end; save it anew';
  }
}

function vietnamese(fault: PictureFault): string {
  switch (fault.is) {
    case 'empty':
      return 'Tệp rỗng, không có gì bên trong. Hãy kiểm tra tệp gốc rồi tải lại.';
    case 'no-picture':
      return asVietnamese[fault.kind];
    case 'too-many-bytes':
      return `Ảnh nặng ${fault.megabytes} MB, quá mức 50 MB. Hãy xuất ảnh nhẹ hơn rồi tải lại.`;
    case 'too-many-pixels':
      return `Ảnh có ${fault.megapixels} triệu điểm ảnh, quá mức 50 triệu. Hãy thu nhỏ ảnh rồi tải lại.`;
    case 'too-tall':
      return 'Ảnh quá dài theo chiều dọc. Hãy cắt thành nhiều ảnh rồi tải lên.';
    case 'header-damaged':
      return 'Ảnh bị hỏng, không đọc được kích thước. Hãy lưu lại ảnh từ bản gốc rồi tải lên.';
    case 'damaged':
      return 'Ảnh bị hỏng hoặc bị cắt giữa chừng. Hãy lưu lại ảnh từ bản gốc rồi tải lên.';
  }
}

/**
 * A file that can't be taken as a picture. The message says what is wrong with it and what to do: in English for the
 * commands, `vietnamese` for the newsroom.
 */
export class PictureProblem extends Error {
  readonly vietnamese: string;
  constructor(fault: PictureFault) {
    super(english(fault));
    this.vietnamese = vietnamese(fault);
  }
}
