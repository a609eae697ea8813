import { PageHead } from '#components/newsroom/page-head.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';

export default function NothingHere() {
  return (
    <>
      <PageHead title="Không có gì ở đây" />
      <EmptyState>
        <p>Địa chỉ này không có trang nào, mục cần tìm vừa bị xóa, hoặc vai trò của bạn không được xem.</p>
        <p>
          <LinkButton href="/admin">Về Cần xử lý</LinkButton>
        </p>
      </EmptyState>
    </>
  );
}
