'use client';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { type OpenSaving, openSaving, type SavingOptions, viewBefore } from './open-saving.ts';
import { putBack, takePlace } from './place.ts';
import type { Saving } from './types.ts';

/**
 * Saves an article's form: a moment after the last key, one save at a time, every change kept in this browser until the
 * server has it, and joined with what others saved meanwhile. See open-saving.ts for what it is made of.
 */
export function useSaving(options: SavingOptions): Saving {
  const { articleId, staffId, endpoint, version, mayWrite } = options;
  const [open, setOpen] = useState<OpenSaving | null>(null);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  useEffect(() => {
    const opened = openSaving({ ...latest.current, articleId, staffId, endpoint });
    setOpen(opened);
    return opened.close;
  }, [articleId, staffId, endpoint]);
  useEffect(() => open?.update({ version, mayWrite }), [open, version, mayWrite]);

  const place = useRef<ReturnType<typeof takePlace>>(null);
  const before = useMemo(() => viewBefore(version), [version]);
  const subscribe = useCallback(
    (listen: () => void) => {
      if (!open) return () => {};
      let shown = open.view().formKey;
      return open.subscribe(() => {
        const { formKey } = open.view();
        // The form goes and another comes, in one turn of the browser: the hand is to notice nothing.
        if (formKey !== shown) place.current = takePlace();
        shown = formKey;
        listen();
      });
    },
    [open],
  );
  const read = () => open?.view() ?? before;
  const view = useSyncExternalStore(subscribe, read, () => before);
  const edit = useMemo(() => open?.editOf(view.formKey) ?? (() => {}), [open, view.formKey]);

  const { formKey } = view;
  useEffect(() => {
    if (formKey > 0 && place.current) putBack(place.current);
    place.current = null;
  }, [formKey]);

  return useMemo(
    () => ({
      ...view,
      edit,
      saveNow: async () => {
        const saved = (await open?.saveNow()) ?? true;
        // By then React has shown it: who asks for the version next gets the new one.
        await new Promise((resolve) => setTimeout(resolve));
        return saved;
      },
      resolve: (content) => open?.resolve(content),
      takeOver: () => open?.takeOver(),
      letGo: () => open?.letGo(),
      signedIn: () => open?.signedIn(),
    }),
    [view, edit, open],
  );
}
