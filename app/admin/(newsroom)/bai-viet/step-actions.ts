import type { StepActions } from '#components/newsroom/steps/step-actions.ts';
import * as actions from './actions.ts';

/** The actions that the panel of an article's page works with; they are the same for every article. */
export const stepActions: StepActions = {
  steps: {
    submit: actions.submit,
    takeBack: actions.takeBack,
    sendBack: actions.sendBack,
    finishEditing: actions.finish,
    approve: actions.approve,
    schedule: actions.schedule,
    unschedule: actions.unschedule,
    publish: actions.publish,
    update: actions.update,
    withdraw: actions.withdraw,
  },
  look: actions.look,
  throwAway: actions.throwAway,
  previewLink: actions.previewLink,
};
