import type { Clause, Syllable } from './syllables.ts';

/** Longer runs of capitals are headlines in capital letters, not names. */
const longestName = 6;

/** The runs of capitalised syllables of a clause; `atStart` where a run opens a sentence. */
function runsOf({ syllables, opensSentence }: Clause): { forms: string[]; atStart: boolean }[] {
  const runs: { forms: string[]; atStart: boolean }[] = [];
  let run: Syllable[] = [];
  const end = (next: number) => {
    const atStart = opensSentence && next === run.length;
    if (run.length > 0 && run.length <= longestName)
      runs.push({ forms: run.map((one) => one.form), atStart });
    run = [];
  };
  for (const [index, syllable] of syllables.entries()) {
    if (syllable.isCapital) run.push(syllable);
    else end(index);
  }
  end(syllables.length);
  return runs;
}

/**
 * The names of a text, each as often as it stands there: runs of capitalised syllables. At a sentence's start the first
 * capital says nothing: such a run is a name as it is where it also stands within a sentence, else without its first
 * syllable ("Ông Lê Văn An" is "Lê Văn An").
 */
export function namesIn(clauses: readonly Clause[]): string[] {
  const runs = clauses.flatMap(runsOf);
  const within = new Set(runs.filter((run) => !run.atStart).map((run) => run.forms.join(' ')));
  return runs.flatMap(({ forms, atStart }) => {
    const whole = forms.join(' ');
    if (!atStart || within.has(whole)) return [whole];
    return forms.length > 1 ? [forms.slice(1).join(' ')] : [];
  });
}
