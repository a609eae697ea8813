// What the sample newspaper is made of besides its articles: its sections in their order, its running stories and the
// people who sign. All of it is invented.

interface SampleSection {
  name: string;
  description: string;
  children?: SampleSection[];
}

export const sections: SampleSection[] = [
  { name: 'Tin tức', description: 'Tin nhanh trong ngày của thành phố và các xã, phường.' },
  {
    name: 'Thời sự',
    description: 'Những chuyện người Mộc Hải đang bàn, theo đến cùng.',
    children: [
      { name: 'Đô thị', description: 'Quy hoạch, nhà ở, vỉa hè, cây xanh.' },
      { name: 'Giao thông', description: 'Cầu đường, xe buýt, bến phà, ga tàu.' },
    ],
  },
  {
    name: 'Kinh tế',
    description: 'Cảng biển, chợ, đồng ruộng và các nhà xưởng.',
    children: [
      { name: 'Doanh nghiệp', description: 'Chuyện làm ăn của những đơn vị vừa và nhỏ.' },
      { name: 'Nông nghiệp', description: 'Mùa vụ, giá nông sản và người làm ruộng.' },
    ],
  },
  { name: 'Văn hóa', description: 'Lễ hội, làng nghề, sân khấu và sách.' },
  { name: 'Giáo dục', description: 'Trường lớp, tuyển sinh, chuyện học.' },
  { name: 'Sức khỏe', description: 'Trạm y tế, bữa ăn, vận động.' },
  { name: 'Thể thao', description: 'Sân cỏ, đường chạy và mặt nước.' },
  { name: 'Khoa học', description: 'Biển, trời và những phòng thí nghiệm của thành phố.' },
];

export const topics = [
  {
    name: 'Cầu Vạn Chài',
    description: 'Cây cầu nối đôi bờ sông Trầm, từ ngày hợp long đến chuyến xe đầu tiên.',
  },
  { name: 'Mùa nước về', description: 'Người dân hạ lưu sông Trầm sống cùng mùa lũ.' },
];

export const bylines = [
  { name: 'Lê Thu Hạnh', bio: 'Phóng viên mảng giao thông và chính quyền địa phương.' },
  { name: 'Trần Quốc Bảo', bio: 'Phóng viên kinh tế, theo dõi cảng biển và doanh nghiệp nhỏ.' },
  { name: 'Nguyễn Khánh Vy', bio: 'Phóng viên ảnh, viết về văn hóa và làng nghề.' },
  { name: 'Phạm Đức Ổn', bio: 'Phóng viên thường trú vùng hạ lưu, viết về nông nghiệp và mùa lũ.' },
  { name: 'Võ Ngọc Diễm', bio: 'Phóng viên giáo dục và y tế.' },
  { name: 'Đỗ Hoài Nam', bio: 'Phóng viên thể thao và khoa học.' },
];
