/** Where progress is shown; process.stdout is one. */
export interface Screen {
  isTTY?: boolean | undefined;
  columns?: number | undefined;
  write: (text: string) => unknown;
}

/** How far a long job is. */
export interface Progress {
  update: (done: number, total: number) => void;
  /** Prints a line that stays. */
  note: (line: string) => void;
  /** Takes the bar away. */
  end: () => void;
}

const barWidth = 24;

function bar(what: string, done: number, total: number): string {
  const full = total === 0 ? barWidth : Math.round((done / total) * barWidth);
  return `${what} ${'█'.repeat(full)}${'░'.repeat(barWidth - full)} ${done}/${total}`;
}

/** One line that is drawn anew, with what stays printed above it. */
function onTerminal(what: string, screen: Screen): Progress {
  let shown = '';
  let drawnAt = 0;
  const clear = () => shown && screen.write('\r\u001B[2K');
  const draw = () => shown && screen.write(shown.slice(0, (screen.columns || 80) - 1));
  return {
    update: (done, total) => {
      const now = performance.now();
      if (done < total && now - drawnAt < 50) return;
      drawnAt = now;
      clear();
      shown = bar(what, done, total);
      draw();
    },
    note: (line) => {
      clear();
      screen.write(`${line}\n`);
      draw();
    },
    end: () => {
      clear();
      shown = '';
    },
  };
}

/** A line for each tenth of the way, for logs. */
function inLog(what: string, screen: Screen): Progress {
  let told = 0;
  return {
    update: (done, total) => {
      const tenth = total === 0 ? 10 : Math.floor((done / total) * 10);
      if (tenth <= told) return;
      told = tenth;
      screen.write(`${what} ${done}/${total} (${Math.round((done / Math.max(total, 1)) * 100)} %)\n`);
    },
    note: (line) => screen.write(`${line}\n`),
    end: () => {},
  };
}

/** Shows progress: a bar where somebody watches, some lines where a log is kept. */
export function showProgress(what: string, screen: Screen = process.stdout): Progress {
  return screen.isTTY ? onTerminal(what, screen) : inLog(what, screen);
}
