import { describe, expect, it } from '@jest/globals';
import { createRenderer } from '../../src/cards/render.ts';
import { smallKnowledge } from './small-knowledge.ts';
import { everyView } from './views.ts';

const renderer = createRenderer(smallKnowledge(), `${import.meta.dirname}/../../cards`, { defaultTimeZone: 'Asia/Tokyo' });
const views = everyView({
  steps: ['restart', 'leave'],
  questions: ['code', 'os', 'web'],
  stops: ['wait', 'escalate'],
  reasons: ['reason.service', 'reason.time'],
});

describe('what is shown', () => {
  it.each(views.flatMap((view) => [[view.kind, 'en', view] as const, [view.kind, 'ja', view] as const]))('renders %s in %s', (_, language, view) => {
    const message = renderer.render(view, language);

    expect(message.kind).toBe(['note', 'commands', 'own-data-part'].includes(view.kind) ? 'text' : 'card');
  });
});
