import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Line } from '#components/newsroom/saving/line.ts';
import type { Happening, Payload } from '#components/newsroom/saving/machine.ts';
import { createSaver } from '#components/newsroom/saving/saver.ts';
import { type Chance, chance } from '#tests/support/chance.ts';
import {
  articleOf,
  badLine,
  FakeDisk,
  FakeServer,
  FakeTab,
  paragraphsOf,
} from '#tests/support/saving-world.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const goodLine = (server: FakeServer, answers: Happening[] = []): Line & { sent: Payload[] } => {
  const sent: Payload[] = [];
  return {
    sent,
    async save(payload) {
      sent.push(payload);
      return answers.shift() ?? server.save(payload);
    },
    read: async () => ({ kind: 'read', theirs: server.theirs() }),
  };
};

function begin(paragraphs = ['một'], answers: Happening[] = []) {
  const server = new FakeServer(articleOf(paragraphs));
  const line = goodLine(server, answers);
  const disk = new FakeDisk();
  const saver = createSaver({ version: 1, content: server.content, line, journal: disk.journal(() => true) });
  const type = (...texts: string[]) => saver.editOf(saver.view().formKey)(() => articleOf(texts));
  return { server, line, disk, saver, type };
}

const problem = { message: 'Tiêu đề dài quá.', fields: { title: 'Tiêu đề dài quá.' } };

describe('saving', () => {
  test('a change is in the journal within 100 ms and with the server within 2 s of the last key', async () => {
    const { server, disk, saver, type } = begin();
    type('một hai');
    expect(saver.view().state).toBe('unsaved');
    await vi.advanceTimersByTimeAsync(100);
    expect(disk.entry && paragraphsOf(disk.entry.content)).toEqual(['một hai']);
    await vi.advanceTimersByTimeAsync(1900);
    expect(paragraphsOf(server.content)).toEqual(['một hai']);
    expect(saver.view()).toMatchObject({ state: 'saved', version: 2 });
    expect(disk.entry).toBe(null);
  });

  test('who types on and on is saved every few seconds, one save at a time', async () => {
    const { server, line, type } = begin();
    for (let i = 0; i < 60; i++) {
      type(`một ${i}`);
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(line.sent.length).toBeGreaterThanOrEqual(3);
    expect(line.sent.length).toBeLessThanOrEqual(6);
    expect(line.sent.map((payload) => payload.baseVersion)).toEqual(line.sent.map((_, i) => i + 1));
    await vi.advanceTimersByTimeAsync(2000);
    expect(paragraphsOf(server.content)).toEqual(['một 59']);
  });

  test('a text typed back to what the server has is not sent', async () => {
    const { line, saver, type } = begin();
    type('một hai');
    await vi.advanceTimersByTimeAsync(300);
    type('một');
    await vi.advanceTimersByTimeAsync(5000);
    expect(line.sent).toEqual([]);
    expect(saver.view().state).toBe('saved');
  });

  test('a lost answer is asked for with the same save, not with another', async () => {
    const { server, line, saver, type } = begin();
    const { save } = line;
    line.save = async (payload) => {
      await save(payload);
      line.save = save;
      return { kind: 'failed' };
    };
    type('một hai');
    await vi.advanceTimersByTimeAsync(1500);
    expect(saver.view().state).toBe('offline');
    type('một hai ba');
    await vi.advanceTimersByTimeAsync(5000);
    expect(line.sent[1]).toEqual(line.sent[0]);
    expect(server).toMatchObject({ version: 3, conflicts: 0 });
    expect(paragraphsOf(server.content)).toEqual(['một hai ba']);
  });

  test('typed back while an answer is out: not saved until the server has that again', async () => {
    const { server, line, disk, saver, type } = begin();
    const { save } = line;
    line.save = async (payload) => {
      await save(payload);
      line.save = save;
      return { kind: 'failed' };
    };
    type('một hai');
    await vi.advanceTimersByTimeAsync(1500);
    type('một');
    await vi.advanceTimersByTimeAsync(100);
    expect(disk.entry && paragraphsOf(disk.entry.content)).toEqual(['một']);
    expect(paragraphsOf(server.content)).toEqual(['một hai']);
    expect(saver.view().state).not.toBe('saved');
    await vi.advanceTimersByTimeAsync(5000);
    expect(paragraphsOf(server.content)).toEqual(['một']);
    expect(saver.view().state).toBe('saved');
  });

  test('signed out: kept, and sent once the person is in again', async () => {
    const { server, disk, saver, type } = begin(['một'], [{ kind: 'signed-out', problem }]);
    type('một hai');
    await vi.advanceTimersByTimeAsync(1500);
    expect(saver.view().state).toBe('signed-out');
    expect(disk.entry).not.toBe(null);
    type('một hai ba');
    saver.happen({ kind: 'signed-in' });
    await vi.advanceTimersByTimeAsync(100);
    expect(paragraphsOf(server.content)).toEqual(['một hai ba']);
    expect(saver.view().state).toBe('saved');
  });

  test('refused: says why by fields, is kept, and is tried again after the next change', async () => {
    const { server, line, disk, saver, type } = begin(['một'], [{ kind: 'refused', problem }]);
    type('một hai');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(saver.view()).toMatchObject({ state: 'refused', problem });
    expect(line.sent).toHaveLength(1);
    expect(disk.entry).not.toBe(null);
    type('một ba');
    await vi.advanceTimersByTimeAsync(2000);
    expect(paragraphsOf(server.content)).toEqual(['một ba']);
    expect(saver.view()).toMatchObject({ state: 'saved', problem: null });
  });

  test('typed on while the answer was out: what was refused is not what stands there now, and that is sent', async () => {
    const { server, line, saver, type } = begin();
    const { save } = line;
    line.save = async () => {
      line.save = save;
      type('một ba');
      return { kind: 'refused', problem };
    };
    type('một hai');
    await vi.advanceTimersByTimeAsync(5000);
    expect(paragraphsOf(server.content)).toEqual(['một ba']);
    expect(saver.view()).toMatchObject({ state: 'saved', problem: null });
  });

  test('asked to save now, it says whether the server has everything', async () => {
    const { saver, type, server } = begin(['một'], [{ kind: 'failed' }]);
    type('một hai');
    const first = saver.saveNow();
    await vi.advanceTimersByTimeAsync(0);
    expect(await first).toBe(false);
    expect(await saver.saveNow()).toBe(true);
    expect(paragraphsOf(server.content)).toEqual(['một hai']);
  });
});

describe('somebody else saves too', () => {
  test('other paragraphs: both are joined and saved by themselves', async () => {
    const { server, saver, type } = begin(['một', 'hai']);
    type('một của tôi', 'hai');
    await vi.advanceTimersByTimeAsync(500);
    server.saveOther(articleOf(['một', 'hai của Lan']));
    await vi.advanceTimersByTimeAsync(3000);
    expect(paragraphsOf(server.content)).toEqual(['một của tôi', 'hai của Lan']);
    expect(saver.view()).toMatchObject({ state: 'saved', formKey: 1, joinedWith: { name: 'Lan' } });
    expect(paragraphsOf(saver.view().initial)).toEqual(['một của tôi', 'hai của Lan']);
  });

  test('the same paragraph: nothing is sent until the person has chosen', async () => {
    const { server, saver, type, disk } = begin();
    type('một của tôi');
    await vi.advanceTimersByTimeAsync(500);
    server.saveOther(articleOf(['một của Lan']));
    await vi.advanceTimersByTimeAsync(3000);
    expect(saver.view().state).toBe('conflict');
    expect(paragraphsOf(server.content)).toEqual(['một của Lan']);
    expect(disk.entry && paragraphsOf(disk.entry.content)).toEqual(['một của tôi']);
    saver.resolve(articleOf(['một của Lan và của tôi']));
    await vi.advanceTimersByTimeAsync(100);
    expect(paragraphsOf(server.content)).toEqual(['một của Lan và của tôi']);
    expect(saver.view()).toMatchObject({ state: 'saved', conflict: null });
  });

  test('a form that nobody types in takes the new version as it is', async () => {
    const { server, saver } = begin();
    server.saveOther(articleOf(['một của Lan']));
    saver.happen({ kind: 'heard', version: 2 });
    await vi.advanceTimersByTimeAsync(100);
    expect(saver.view()).toMatchObject({ state: 'saved', version: 2, formKey: 1, joinedWith: null });
    expect(paragraphsOf(saver.view().initial)).toEqual(['một của Lan']);
  });

  test('a key stroke that comes from the form just replaced is not lost, nor does it undo what came', async () => {
    const { server, saver } = begin(['một', 'hai']);
    const oldForm = saver.editOf(0);
    server.saveOther(articleOf(['một', 'hai của Lan']));
    saver.happen({ kind: 'heard', version: 2 });
    await vi.advanceTimersByTimeAsync(10);
    oldForm(() => articleOf(['một của tôi', 'hai']));
    await vi.advanceTimersByTimeAsync(3000);
    expect(paragraphsOf(server.content)).toEqual(['một của tôi', 'hai của Lan']);
  });
});

/** One person's day at a bad line, with tabs that die; gives all that must be there in the end. */
async function typeThrough(random: Chance, other: boolean): Promise<{ server: FakeServer; words: string[] }> {
  const server = new FakeServer(articleOf(['một', 'hai', 'ba']));
  const lost = { percent: random.pick([0, 20, 50, 80]) };
  const line = badLine(server, random, lost);
  const disk = new FakeDisk();
  let tab = new FakeTab(server, line, disk);
  const words: string[] = [];
  for (let i = 0; i < 40; i++) {
    const word = `tôi${i}.`;
    tab.type(word, random.below(tab.paragraphs.length + 1));
    words.push(word);
    await vi.advanceTimersByTimeAsync(random.pick([5, 30, 120, 400, 1500, 4000]));
    if (other && random.percent(10)) {
      const theirs = paragraphsOf(server.content);
      const at = random.below(theirs.length);
      words.push(`lan${i}.`);
      server.saveOther(articleOf(theirs.with(at, `${theirs[at] ?? ''} lan${i}.`)));
      if (random.percent(50)) tab.saver.happen({ kind: 'heard', version: server.version });
    }
    if (random.percent(8)) {
      // A hand needs longer than this to close a tab after a key.
      await vi.advanceTimersByTimeAsync(200);
      tab.kill();
      await vi.advanceTimersByTimeAsync(random.below(3000));
      tab = new FakeTab(server, line, disk);
    }
  }
  lost.percent = 0;
  tab.saver.happen({ kind: 'heard', version: server.version });
  await vi.advanceTimersByTimeAsync(120_000);
  expect(tab.saver.view().state).toBe('saved');
  expect(paragraphsOf(server.content)).toEqual(tab.paragraphs);
  expect(disk.entry).toBe(null);
  return { server, words };
}

test('whatever the line loses and whenever tabs die, what is typed is what the server has in the end, once', async () => {
  for (let seed = 1; seed <= 40; seed++) {
    const { server, words } = await typeThrough(chance(seed), false);
    const text = paragraphsOf(server.content).join(' ');
    for (const word of words) expect(text.split(word).length - 1, `seed ${seed}: ${word}`).toBe(1);
    expect(server.conflicts, `seed ${seed}: no conflict with oneself`).toBe(0);
  }
}, 60_000);

test('nor is a word lost where somebody else saves in between', async () => {
  for (let seed = 1; seed <= 40; seed++) {
    const { server, words } = await typeThrough(chance(seed), true);
    const text = paragraphsOf(server.content).join(' ');
    for (const word of words) expect(text.includes(word), `seed ${seed}: ${word}`).toBe(true);
  }
}, 60_000);
