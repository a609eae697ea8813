'use client';
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';

interface Props {
  open: boolean;
  /** Called when the person leaves it: Esc, "Đóng", or the page going away. */
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  wide?: boolean | undefined;
}

/** A window over the page. While it is open nothing else can be reached; closed, the focus is where it was before. */
export function Dialog(props: Props) {
  // Made anew each time it opens, so that nothing of the last time is left in it.
  return props.open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ onClose, title, children, wide }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useLayoutEffect(() => {
    const before = document.activeElement;
    const dialog = ref.current;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        close.current();
      }}
    >
      <div className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="dialog-close" onClick={onClose}>
          <span aria-hidden="true">×</span>
          <span className="visually-hidden">Đóng</span>
        </button>
      </div>
      <div className="dialog-body">{children}</div>
    </dialog>
  );
}
