'use client';
import type { Editor } from '@tiptap/core';
import {
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { SearchPictures } from '#components/newsroom/pictures/use-picture-search.ts';
import { SavingBar } from '#components/newsroom/saving/saving-bar.tsx';
import type { Saving } from '#components/newsroom/saving/types.ts';
import { useSaving } from '#components/newsroom/saving/use-saving.ts';
import type { StepActions } from '#components/newsroom/steps/step-actions.ts';
import { StepsPanel } from '#components/newsroom/steps/steps-panel.tsx';
import { Button } from '#components/ui/button.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { Choice } from '#components/ui/select-field.tsx';
import { useLeaveGuard } from '#components/ui/use-leave-guard.ts';
import type { ArticleContent, Standing } from '#lib/articles/types.ts';
import { type PictureView, uploadPath } from '#lib/media/types.ts';
import { makeDraft } from './draft.ts';
import { Details } from './fields/details.tsx';
import { type Find, searchOf, sectionChoices } from './find.ts';
import { HelpSheet } from './help-sheet.tsx';
import { leadToField } from './lead-to-field.ts';
import { PendingPictures } from './pending-pictures.ts';
import { KnownPictures } from './pictures-known.ts';
import { type EditorServices, EditorServicesProvider } from './services.ts';
import { usePageKeys } from './use-page-keys.ts';
import { Writing } from './writing.tsx';

interface Named {
  id: number;
  name: string;
}

interface Props {
  id: number;
  version: number;
  content: ArticleContent;
  mayWrite: boolean;
  person: { id: number; email: string };
  pictures: Record<string, PictureView>;
  headlines: Record<number, string>;
  topic: Named | null;
  section: Named | null;
  standing: Standing;
  /** The sections that the person may write for. */
  sections: readonly { id: number; label: string }[];
  steps: StepActions;
  find: Find;
  searchPictures: SearchPictures;
}

/** The page of one article: what is written of it, whether that is saved, and where it stands on its way to print. */
export function ArticleEditor(props: Props) {
  const { id, version, content, mayWrite, person, standing, steps, section } = props;
  const endpoint = `/admin/api/bai-viet/${id}`;
  const saving = useSaving({ articleId: id, staffId: person.id, version, content, mayWrite, endpoint });
  const [isHelpOpen, openHelp] = useState(false);
  const editor = useRef<Editor | null>(null);
  const versionNow = useRef(saving.version);
  useEffect(() => {
    versionNow.current = saving.version;
  });
  usePageKeys({ save: () => void saving.saveNow(), help: () => openHelp(true) });
  const history = `/admin/bai-viet/${id}/lich-su`;
  const sections = useMemo(() => sectionChoices(props.sections, section), [props.sections, section]);
  const nameOf = (field: 'categoryId' | 'topicId', named: number) =>
    field === 'topicId' ? props.topic?.name : sections.find(({ value }) => value === String(named))?.label;
  return (
    <div className="editor">
      <h1 className="visually-hidden">Viết bài</h1>
      <header className="editor-head">
        <SavingBar
          saving={saving}
          mayWrite={mayWrite}
          email={person.email}
          history={history}
          nameOf={nameOf}
        />
        <div className="buttons editor-links">
          <PreviewLink id={id} saveNow={saving.saveNow} />
          <Button onClick={() => openHelp(true)}>Phím tắt</Button>
        </div>
      </header>
      <Form
        {...props}
        saving={saving}
        sectionChoices={sections}
        editor={editor}
        onHelp={() => openHelp(true)}
      >
        <StepsPanel
          {...standing}
          actions={steps}
          saveNow={saving.saveNow}
          savedVersion={saving.version}
          version={() => versionNow.current}
          onField={(field) => leadToField(field, editor.current)}
          onHandedOn={saving.letGo}
        />
      </Form>
      <HelpSheet open={isHelpOpen} onClose={() => openHelp(false)} />
    </div>
  );
}

/** The preview shows what the server has: what is unsaved goes there first. */
function PreviewLink({ id, saveNow }: { id: number; saveNow: Saving['saveNow'] }) {
  const href = `/admin/bai-viet/${id}/xem-truoc`;
  const open = async (event: MouseEvent) => {
    // In another tab: the browser's own way, and a save that is sent meanwhile.
    const saved = saveNow();
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (await saved) location.assign(href);
  };
  return (
    <LinkButton href={href} prefetch={false} onClick={(event) => void open(event)}>
      Xem trước
    </LinkButton>
  );
}

interface FormProps extends Props {
  saving: Saving;
  sectionChoices: readonly Choice[];
  editor: RefObject<Editor | null>;
  onHelp: () => void;
  children: ReactNode;
}

/** What the page's parts can ask for, made once for as long as the page is open. */
function useServices(
  { find, pictures, headlines, searchPictures }: Props,
  editable: boolean,
): EditorServices {
  const [kept] = useState(() => {
    const searches = searchOf(find);
    const known = new KnownPictures(pictures);
    return { searches, pictures: known, pending: new PendingPictures(uploadPath) };
  });
  useEffect(() => () => kept.pending.stop(), [kept]);
  const isSending = () => kept.pending.isBusy;
  useLeaveGuard(useSyncExternalStore(kept.pending.subscribe, isSending, () => false));
  return useMemo(
    () => ({
      pictures: kept.pictures,
      pending: kept.pending,
      searches: kept.searches,
      searchPictures,
      uploadEndpoint: uploadPath,
      headlineOf: (article: number) => headlines[article],
      editable,
    }),
    [kept, searchPictures, headlines, editable],
  );
}

/** The fields. They are made anew, by the saving's key, when another content takes the place of what they hold. */
function Form(props: FormProps) {
  const { saving, editor, onHelp, sectionChoices: choices, topic, headlines, children } = props;
  const { initial, formKey, edit, problem } = saving;
  const services = useServices(props, saving.holding);
  const draft = useMemo(() => initial && makeDraft(initial, edit), [initial, edit]);
  const errorOf = (field: keyof ArticleContent) =>
    problem?.fields[field] ?? problem?.fields[`content.${field}`];
  if (!draft) return <p role="status">Đang mở bài…</p>;
  return (
    <EditorServicesProvider value={services}>
      <Writing
        key={`writing-${formKey}`}
        draft={draft}
        errorOf={errorOf}
        onEditor={(now) => {
          editor.current = now;
        }}
        onHelp={onHelp}
      />
      <aside className="editor-side" aria-label="Xuất bản và thông tin">
        {children}
        <Details
          key={`details-${formKey}`}
          draft={draft}
          errorOf={errorOf}
          sections={choices}
          topicName={(id) => (topic?.id === id ? topic.name : `Dòng sự kiện số ${id}`)}
          headlineOf={(id) => headlines[id] ?? `Bài số ${id}`}
        />
      </aside>
    </EditorServicesProvider>
  );
}
