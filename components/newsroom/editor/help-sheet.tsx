'use client';
import { Dialog } from '#components/ui/dialog.tsx';
import { toolGroups } from './toolbar-items.tsx';

interface Props {
  open: boolean;
  onClose: () => void;
}

const everywhere = [
  ['Ctrl+S', 'Lưu ngay và giữ một bản trong lịch sử'],
  ['Ctrl+/ hoặc ?', 'Mở bảng phím tắt này'],
  ['Alt+F10', 'Từ bài lên thanh công cụ; ← → để đi giữa các nút, Esc để về bài'],
  ['Tab, Shift+Tab', 'Sang ô kế tiếp, về ô trước'],
] as const;

const inText = [
  ['## rồi dấu cách', 'Bắt đầu một tít phụ (### là tít nhỏ)'],
  ['* rồi dấu cách', 'Bắt đầu danh sách chấm đầu dòng'],
  ['1. rồi dấu cách', 'Bắt đầu danh sách đánh số'],
  ['Enter ở dòng trống', 'Ra khỏi danh sách hoặc trích lời'],
  ['Mũi tên rồi Enter', 'Chọn một ảnh hay hộp trong bài rồi vào các ô của nó; Esc để ra'],
  ['Tab trong bảng', 'Sang ô bên; ở ô cuối thì thêm một hàng'],
  ['Dán một địa chỉ', 'Ở dòng trống thành video hoặc thẻ; trên chữ đã chọn thành liên kết'],
  ['Ctrl+Shift+V', 'Dán chữ trơn'],
] as const;

function Keys({ name, rows }: { name: string; rows: readonly (readonly [string, string])[] }) {
  return (
    <section className="stack-tight">
      <h3>{name}</h3>
      <dl className="keys">
        {rows.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The shortcuts, on one sheet. */
export function HelpSheet({ open, onClose }: Props) {
  const tools = toolGroups.flat().flatMap(({ keys, name }) => (keys ? [[keys, name] as const] : []));
  return (
    <Dialog open={open} onClose={onClose} title="Phím tắt" wide>
      <div className="help-sheet">
        <Keys name="Ở mọi nơi trên trang" rows={everywhere} />
        <Keys name="Định dạng" rows={tools} />
        <Keys name="Trong khi viết" rows={inText} />
        <p className="small quiet">Trên máy Mac, dùng phím ⌘ thay cho Ctrl.</p>
      </div>
    </Dialog>
  );
}
