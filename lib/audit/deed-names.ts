/** What the log calls each deed. One that is not named here is shown by its code. */
export const deedNames: Readonly<Record<string, string>> = {
  'article.create': 'Tạo bài',
  'article.submit': 'Gửi duyệt',
  'article.send_back': 'Trả lại bài',
  'article.edit': 'Nhận biên tập',
  'article.approve': 'Duyệt bài',
  'article.schedule': 'Hẹn giờ',
  'article.unschedule': 'Bỏ hẹn giờ',
  'article.publish': 'Xuất bản bài',
  'article.update': 'Cập nhật bài đã xuất bản',
  'article.withdraw': 'Gỡ bài',
  'article.delete': 'Xóa bài',
  'staff.sign_in': 'Đăng nhập',
  'staff.sign_out': 'Kết thúc phiên đăng nhập',
  'staff.add': 'Thêm tài khoản',
  'staff.change': 'Sửa tài khoản',
  'staff.disable': 'Khóa tài khoản',
  'staff.enable': 'Mở lại tài khoản',
  'staff.change_password': 'Đổi mật khẩu',
  'staff.make_link': 'Tạo liên kết đặt mật khẩu',
  'staff.ask_link': 'Xin liên kết đặt mật khẩu',
  'staff.reset_password': 'Đặt mật khẩu bằng liên kết',
  'staff.two_factor_on': 'Bật xác thực hai bước',
  'staff.two_factor_off': 'Tắt xác thực hai bước',
  'staff.two_factor_removed': 'Gỡ xác thực hai bước cho người khác',
  'staff.recovery_codes': 'Tạo mã khôi phục mới',
  'sample.begin': 'Bắt đầu nạp báo mẫu',
  'sample.end': 'Nạp xong báo mẫu',
};

/** What the log calls the kinds of things. */
export const subjectTypes: Readonly<Record<string, string>> = {
  article: 'Bài viết',
  picture: 'Ảnh',
  category: 'Chuyên mục',
  tag: 'Thẻ',
  topic: 'Sự kiện',
  byline: 'Bút danh',
  staff: 'Tài khoản',
  settings: 'Cài đặt',
  newspaper: 'Tờ báo',
};

/** What the log calls the parts of a deed's details. */
export const detailNames: Readonly<Record<string, string>> = {
  reason: 'Lý do',
  address: 'Từ địa chỉ',
  sessions: 'Số phiên',
  name: 'Tên',
  title: 'Tiêu đề',
  email: 'E-mail',
  role: 'Vai trò',
  sections: 'Chuyên mục số',
  from: 'Từ',
  to: 'Thành',
  at: 'Lúc',
};
