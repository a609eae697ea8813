import type { ServerAction } from '#components/ui/use-action.ts';
import type { PreviewHours, Standing, Status, StepName } from '#lib/articles/types.ts';

/** The article as it stands on the screen of who presses a button. */
export interface Asked {
  id: number;
  version: number;
  status: Status;
}

/** What a step is given beyond the article: the reason why, or the moment to go out at (ISO, with its offset). */
type Extra = { sendBack: { reason: string }; withdraw: { reason: string }; schedule: { at: string } };

type StepInput<S extends StepName> = Asked & (S extends keyof Extra ? Extra[S] : unknown);

/** What the panel can have done; the page hands it in. */
export interface StepActions {
  steps: { [S in StepName]: ServerAction<StepInput<S>, Standing> };
  /** Where the article stands now. */
  look: ServerAction<{ id: number }, Standing>;
  throwAway: ServerAction<{ id: number }, void>;
  /** A link to the preview for somebody without an account, good for so many hours. */
  previewLink: ServerAction<{ id: number; hours: PreviewHours }, { url: string; until: Date }>;
}
