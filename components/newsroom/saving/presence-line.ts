import type { Presence, PresenceAction } from '#lib/presence/types.ts';
import type { PresenceAnswer } from './types.ts';

export interface PresenceLine {
  /** Says something of this tab, and gives how things stand; null where the server can't be reached. */
  say: (action: PresenceAction) => Promise<Presence | null>;
  /** Comes back at once instead of at the next turn. */
  hurry: () => void;
  close: () => void;
}

interface Options {
  endpoint: string;
  tab: string;
  staffId: number;
  /** Whether this tab holds the article, by the last it heard. */
  isHolding: () => boolean;
  onPresence: (presence: Presence) => void;
  /** The server answered this person: the line is there, and they are signed in. */
  onAnswered: () => void;
  onSignedOut: (message: string) => void;
}

const turnMs = 10_000;
/** The server sends a beat every 15 s; a stream silent for longer is dead, though nothing says so. */
const silentMs = 40_000;
const retryMs = 3000;
const hiddenTurnMs = 2000;

/**
 * Tells the server that this tab is there, and hears from it who else is. The stream is open only while somebody looks at
 * the page: browsers allow few connections to one server, and ten tabs are to leave some for saving.
 */
export function openPresenceLine({ endpoint, tab, staffId, isHolding, ...on }: Options): PresenceLine {
  let stream: EventSource | null = null;
  let heardAt = 0;
  let closed = false;
  let turn: ReturnType<typeof setTimeout> | undefined;
  let latestAt = 0;
  const leaving = new AbortController();

  function hear(presence: Presence): void {
    if (closed || presence.at < latestAt) return;
    latestAt = presence.at;
    on.onPresence(presence);
  }

  async function say(action: PresenceAction): Promise<Presence | null> {
    try {
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ tab, staffId, action, hidden: document.visibilityState === 'hidden' }),
        signal: AbortSignal.any([leaving.signal, AbortSignal.timeout(turnMs)]),
      });
      const answer = (await response.json()) as PresenceAnswer;
      if (closed) return null;
      if (answer.ok) {
        on.onAnswered();
        hear(answer.value);
        return answer.value;
      }
      if (answer.problem === 'signed-out') on.onSignedOut(answer.message);
    } catch {
      // Told by the saving, if there is anything to save.
    }
    return null;
  }

  function closeStream(): void {
    stream?.close();
    stream = null;
  }

  function openStream(): void {
    if (closed || document.visibilityState === 'hidden') return;
    closeStream();
    const source = new EventSource(`${endpoint}?tab=${tab}`);
    stream = source;
    heardAt = Date.now();
    source.addEventListener('beat', () => {
      heardAt = Date.now();
    });
    source.onmessage = ({ data }: MessageEvent<string>) => {
      heardAt = Date.now();
      hear(JSON.parse(data) as Presence);
    };
    source.onerror = () => {
      // It comes back by itself after a lost connection, but not after an answer that was no stream.
      if (source.readyState !== EventSource.CLOSED || stream !== source) return;
      stream = null;
      setTimeout(() => {
        if (!stream) openStream();
      }, retryMs);
    };
  }

  async function takeTurn(): Promise<void> {
    clearTimeout(turn);
    turn = setTimeout(takeTurn, turnMs);
    if (stream && Date.now() - heardAt > silentMs) openStream();
    await say(isHolding() ? 'hold' : 'seen');
  }

  const hurry = () => {
    if (closed) return;
    if (!stream) openStream();
    void takeTurn();
  };

  const onVisibility = () => {
    if (document.visibilityState === 'visible') return hurry();
    closeStream();
    // Not at once: a page that is on its way out says goodbye next, and nothing may come after that.
    clearTimeout(turn);
    turn = setTimeout(takeTurn, hiddenTurnMs);
  };

  document.addEventListener('visibilitychange', onVisibility);
  turn = setTimeout(takeTurn, turnMs);
  openStream();

  return {
    say,
    hurry,
    close() {
      closed = true;
      leaving.abort();
      clearTimeout(turn);
      closeStream();
      document.removeEventListener('visibilitychange', onVisibility);
    },
  };
}

/** Says, while the page goes away, that this tab is gone. */
export function sayGoodbye(endpoint: string, tab: string): void {
  const body = JSON.stringify({ tab, action: 'leave' });
  navigator.sendBeacon(endpoint, new Blob([body], { type: 'application/json' }));
}
