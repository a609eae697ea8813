'use client';
import { useEffect, useState } from 'react';

const eventName = 'toasoan:said';
const shownMs = 6000;

interface Said {
  id: number;
  text: string;
}

let count = 0;

/** Says in a corner of the page that something is done: "Đã đổi tên thẻ". For what went wrong there are fields and alerts. */
export function say(text: string): void {
  count += 1;
  window.dispatchEvent(new CustomEvent<Said>(eventName, { detail: { id: count, text } }));
}

/** The corner where `say` is heard; once on a page. */
export function Toasts() {
  const [said, setSaid] = useState<readonly Said[]>([]);
  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const hear = (event: Event) => {
      const { detail } = event as CustomEvent<Said>;
      setSaid((before) => [...before.slice(-2), detail]);
      timers.add(setTimeout(() => setSaid((now) => now.filter((one) => one.id !== detail.id)), shownMs));
    };
    window.addEventListener(eventName, hear);
    return () => {
      window.removeEventListener(eventName, hear);
      for (const timer of timers) clearTimeout(timer);
    };
  }, []);
  return (
    <div className="toasts" role="status">
      {said.map((one) => (
        <p key={one.id} className="toast">
          {one.text}
        </p>
      ))}
    </div>
  );
}
