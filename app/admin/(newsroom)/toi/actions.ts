'use server';

import { action } from '#app/admin/door.ts';
import { changeOwnPassword, changePasswordInput } from '#lib/staff/passwords.ts';
import { atRequest, withCookies } from '#lib/staff/session.ts';
import {
  endAllSessions as endAllVerb,
  endOtherSessions as endOthersVerb,
  endOwnSession,
  endSessionInput,
  nothing,
} from '#lib/staff/sessions.ts';
import {
  beginTwoFactor as beginVerb,
  confirmInput,
  confirmTwoFactor as confirmVerb,
  endTwoFactor as endVerb,
  firstCodeInput,
  renewRecoveryCodes as renewVerb,
} from '#lib/staff/two-factor.ts';

export const changePassword = action(changePasswordInput, atRequest(changeOwnPassword));
export const beginTwoFactor = action(confirmInput, atRequest(beginVerb));
export const confirmTwoFactor = action(firstCodeInput, withCookies(confirmVerb));
export const endTwoFactor = action(confirmInput, withCookies(endVerb));
export const renewRecoveryCodes = action(confirmInput, atRequest(renewVerb));
export const endSession = action(endSessionInput, endOwnSession);
export const endOtherSessions = action(nothing, atRequest(endOthersVerb));
export const endAllSessions = action(nothing, endAllVerb);
