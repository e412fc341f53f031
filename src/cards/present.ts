import type { View } from '../views.ts';
import { presentAdvisory } from './present-advisory.ts';
import { presentAlert, presentAlertQuestion } from './present-alert.ts';
import { presentCase } from './present-case.ts';
import { presentCaseList } from './present-case-list.ts';
import {
  presentChange,
  presentContinueOrNew,
  presentHelp,
  presentLanguage,
  presentNotMine,
  presentPrivate,
  presentPuzzled,
} from './present-choice.ts';
import { presentContradiction } from './present-contradiction.ts';
import { presentDoctor } from './present-doctor.ts';
import { presentHandover, presentSolved, presentStop } from './present-ending.ts';
import { presentFanOut } from './present-fan-out.ts';
import { presentFaqAnswer, presentFaqChoice, presentFaqList } from './present-faq.ts';
import { presentHealth } from './present-health.ts';
import { presentMyAlerts } from './present-my-alerts.ts';
import { presentOffer, presentOwnCase, presentOwnEvent, presentWhom } from './present-own-case.ts';
import { presentForget, presentForgotten, presentOwnData } from './present-own-data.ts';
import { presentQuestion } from './present-question.ts';
import { presentSettled } from './present-settled.ts';
import { presentSharedStep } from './present-shared-step.ts';
import { presentStep } from './present-step.ts';
import { presentStepReports } from './present-step-reports.ts';
import { presentSorry, presentWelcome } from './present-welcome.ts';
import type { Presented } from './presented.ts';
import type { Words } from './words.ts';

/** Views that are cards; `note`, `attached`, `case-said`, `commands`, `check` and `own-data-part` are plain messages. */
export type CardView = Exclude<View, { kind: 'note' | 'attached' | 'case-said' | 'case-history' | 'commands' | 'check' | 'own-data-part' }>;

/** The template and words for `view`. `timeZone`: where times are shown when the view's own is not known here. */
export function present(view: CardView, words: Words, timeZone: string): Presented {
  switch (view.kind) {
    case 'welcome':
      return presentWelcome(view.name, words);
    case 'question':
      return view.contradiction === undefined ? presentQuestion(view, words) : presentContradiction(view, view.contradiction, words);
    case 'step':
      return presentStep(view, words);
    case 'advisory':
      return presentAdvisory(view, words, timeZone);
    case 'stop':
      return presentStop(view, words);
    case 'solved':
      return presentSolved(view, words);
    case 'handover':
      return presentHandover(view, words);
    case 'offer':
      return presentOffer(view, words);
    case 'own-case':
      return presentOwnCase(view, words, timeZone);
    case 'case-event':
      return presentOwnEvent(view, words);
    case 'whom':
      return presentWhom(view, words);
    case 'settled-question':
    case 'settled-step':
    case 'settled-advisory':
    case 'settled-choice':
    case 'settled-alert':
      return presentSettled(view, words);
    case 'alert':
      return presentAlert(view, words, timeZone);
    case 'alert-question':
      return presentAlertQuestion(view, words, timeZone);
    case 'health':
      return presentHealth(view, words, timeZone);
    case 'my-alerts':
      return presentMyAlerts(view, words, timeZone);
    case 'continue-or-new':
      return presentContinueOrNew(view, words);
    case 'change':
      return presentChange(view, words);
    case 'help':
      return presentHelp(words);
    case 'own-data':
      return presentOwnData(view, words);
    case 'forget':
      return presentForget(view, words);
    case 'forgotten':
      return presentForgotten(words);
    case 'faq-answer':
      return presentFaqAnswer(view, words);
    case 'faq-choice':
      return presentFaqChoice(view, words);
    case 'faq-list':
      return presentFaqList(view, words);
    case 'language':
      return presentLanguage(words);
    case 'private':
      return presentPrivate(view.link, words);
    case 'puzzled':
      return presentPuzzled(view, words);
    case 'not-mine':
      return presentNotMine(view, words);
    case 'fan-out':
      return presentFanOut(view, words, timeZone);
    case 'case-card':
      return presentCase(view, words, timeZone);
    case 'case-list':
      return presentCaseList(view, words, timeZone);
    case 'step-reports':
      return presentStepReports(view, words, timeZone);
    case 'shared-step':
      return presentSharedStep(view, words);
    case 'doctor':
      return presentDoctor(view, words);
    case 'sorry':
      return presentSorry(view.reference, words);
  }
}
