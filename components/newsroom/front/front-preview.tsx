'use client';
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';

const widths = [
  { name: 'Máy tính', pixels: 1280 },
  { name: 'Điện thoại', pixels: 390 },
] as const;

const pauseMs = 300;

/** The address after it has stood still for a moment: a pin moved by several slots loads the page once. */
function useSettled(address: string): string {
  const [settled, setSettled] = useState(address);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(address), pauseMs);
    return () => clearTimeout(timer);
  }, [address]);
  return settled;
}

/** How wide the place for the page is, in pixels; it changes with the window. */
function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    if (ref.current) observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}

/** The page as readers would have it if what is on the screen were saved, at the width of a computer or of a phone. */
export function FrontPreview({ address }: { address: string }) {
  const [width, setWidth] = useState<number>(widths[0].pixels);
  const settled = useSettled(address);
  const place = useWidth();
  // The page is laid out at the width of a whole screen and made smaller, never larger.
  const scale = Math.min(1, place.width / width) || 1;
  const style: CSSProperties = { width, height: `${100 / scale}%`, transform: `scale(${scale})` };
  return (
    <section className="front-preview" aria-labelledby="xem-truoc">
      <div className="front-preview-head">
        <h2 id="xem-truoc">Trang như độc giả sẽ thấy</h2>
        <div className="buttons">
          {widths.map(({ name, pixels }) => (
            <Button
              key={name}
              variant="plain"
              aria-pressed={width === pixels}
              onClick={() => setWidth(pixels)}
            >
              {name}
            </Button>
          ))}
          <a className="button button-plain" href={address} target="_blank" rel="noreferrer">
            Mở ở trang riêng
          </a>
        </div>
      </div>
      <div ref={place.ref} className="front-preview-page">
        <iframe title="Xem trước trang" src={settled} loading="lazy" style={style} />
      </div>
    </section>
  );
}
