/** Somebody who stops in the middle of a syllable for longer is not waited for: saving must go on. */
const longestMs = 10_000;
/** Then the editor has read the last syllable, too. */
const quietMs = 60;

/** Knows whether an input method is putting a syllable together anywhere on the page. */
export function watchComposing() {
  let isComposing = false;
  let endedAt = 0;
  const listening = new AbortController();
  const options = { capture: true, signal: listening.signal };
  document.addEventListener('compositionstart', () => (isComposing = true), options);
  document.addEventListener(
    'compositionend',
    () => {
      isComposing = false;
      endedAt = Date.now();
    },
    options,
  );
  const isUnderWay = () => isComposing || Date.now() - endedAt < quietMs;
  return {
    /** Fulfilled once no syllable is under way: a form that is exchanged before that would cut it off. */
    async composed(): Promise<void> {
      const latest = Date.now() + longestMs;
      while (isUnderWay() && Date.now() < latest) await new Promise((resolve) => setTimeout(resolve, 20));
    },
    stop: () => listening.abort(),
  };
}
