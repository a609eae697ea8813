'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { StatusMessage } from '#components/ui/status-message.tsx';
import type { Trouble } from '#components/ui/use-action.ts';
import type { Standing, StepName } from '#lib/articles/types.ts';
import { Findings } from './findings.tsx';
import { SharePreview } from './share-preview.tsx';
import { StandingNotes } from './standing-notes.tsx';
import type { StepActions } from './step-actions.ts';
import { type AskingStep, askingSteps, StepDialogs } from './step-dialogs.tsx';
import { StepTrouble } from './step-trouble.tsx';
import { stepOrder, stepWords } from './step-words.ts';
import { ThrowAway } from './throw-away.tsx';
import { useStanding } from './use-standing.ts';
import { type PlainStep, plainPress, type Steps, useSteps } from './use-steps.ts';

interface Props extends Standing {
  actions: StepActions;
  /** Sends what is unsaved; true once the server has everything. At once true where nothing can be typed. */
  saveNow: () => Promise<boolean>;
  /** The version that the server has as the page shows it: a newer one has the checks made anew. */
  savedVersion: number;
  /** The version that the server has, read at the moment of the call (from a ref), right after `saveNow` too. */
  version: () => number;
  /** Leads to a field of the editor: "title", "sapo", "categoryId", "tags", "picks", "cover", "body", "body.3". */
  onField: (field: string) => void;
  /** After a step with which the text becomes somebody else's to write. */
  onHandedOn: () => void;
}

const isAsking = (step: StepName): step is AskingStep => askingSteps.some((asking) => asking === step);

const handingOn: ReadonlySet<StepName> = new Set(['submit', 'sendBack', 'finishEditing']);

/** What stood in the way of the step tried last, as far as it still does: what was mended since is not told any more. */
function troubleNow({ trouble, triedVersion }: Steps, { article, check }: Standing): Trouble | null {
  if (!trouble || article.version < triedVersion || Object.keys(trouble.fields).length === 0) return trouble;
  const left = Object.entries(trouble.fields).filter(([field]) =>
    check.stops.some((stop) => stop.field === field),
  );
  return left.length > 0 ? { ...trouble, fields: Object.fromEntries(left) } : null;
}

/** Where the article stands on its way to print, the buttons of what the person may do next, and the checks. */
export function StepsPanel(props: Props) {
  const {
    article,
    steps: offered,
    check,
    actions,
    saveNow,
    savedVersion,
    version,
    onField,
    onHandedOn,
  } = props;
  const { standing, know } = useStanding({ article, steps: offered, check }, savedVersion, actions.look);
  const [asking, setAsking] = useState<AskingStep | null>(null);
  const [done, setDone] = useState<StepName | null>(null);
  const { id, status, href, mayDelete } = standing.article;
  const steps = useSteps({
    id,
    status,
    saveNow,
    version,
    done: (step, newer) => {
      know(newer);
      setDone(step);
      setAsking(null);
      if (handingOn.has(step)) onHandedOn();
    },
  });
  const start = (step: StepName) => {
    setDone(null);
    steps.reset();
    if (isAsking(step)) setAsking(step);
    else void steps.press(plainPress(actions, step satisfies PlainStep));
  };
  const close = () => {
    setAsking(null);
    steps.reset();
  };
  const buttons = stepOrder.filter((step) => standing.steps.includes(step));
  const { stops, warnings } = standing.check;
  const trouble = asking ? null : troubleNow(steps, standing);
  // What stands in the way of the step just tried is said with it, and not a second time.
  const hasToldStops = trouble !== null && Object.keys(trouble.fields).length > 0;
  return (
    <section className="steps" aria-label="Đường ra báo">
      <StandingNotes article={standing.article} />
      {buttons.length > 0 && (
        <div className="buttons">
          {buttons.map((step, index) => (
            <Button
              key={step}
              variant={index === 0 ? 'primary' : 'quiet'}
              busy={steps.busy === step}
              // One step at a time: what is pressed meanwhile would not be heard.
              aria-disabled={steps.busy !== null || undefined}
              aria-describedby={step === 'publish' && stops.length > 0 ? 'phai-sua' : undefined}
              onClick={() => start(step)}
            >
              {stepWords[step].button}
            </Button>
          ))}
        </div>
      )}
      {done && (
        <StatusMessage>
          {stepWords[done].done}{' '}
          {href && (done === 'publish' || done === 'update') && (
            <a href={href} target="_blank" rel="noreferrer">
              Mở bài trên trang báo
            </a>
          )}
        </StatusMessage>
      )}
      {trouble && <StepTrouble trouble={trouble} onField={onField} />}
      {!hasToldStops && (
        <Findings
          id="phai-sua"
          title="Phải sửa trước khi xuất bản"
          findings={stops}
          kind="stop"
          onField={onField}
        />
      )}
      <Findings title="Nên xem lại" findings={warnings} kind="warning" onField={onField} />
      <div className="buttons">
        <SharePreview id={id} saveNow={saveNow} previewLink={actions.previewLink} />
        {mayDelete && <ThrowAway id={id} throwAway={actions.throwAway} />}
      </div>
      <StepDialogs
        open={asking}
        standing={standing}
        actions={actions}
        steps={steps}
        onField={onField}
        onClose={close}
      />
    </section>
  );
}
