import { onTap } from './on-tap.ts';
import { onText } from './on-text.ts';
import { type Decision, note, type Scene, say } from './scene.ts';

/** What one message comes to. Pure: the same scene gives the same decision. */
export function decide(scene: Scene): Decision {
  const { what, conversation, person } = scene.incoming;
  if (conversation.kind !== 'personal') return inPublic(scene);
  switch (what.kind) {
    case 'install':
      return say(scene, { kind: 'welcome', name: person.name });
    case 'text':
      return onText(scene, what.text);
    case 'edit':
      return onText(scene, what.text, true);
    case 'tap':
      return onTap(scene, what.data);
    case 'files':
      return withFiles(scene, what.text);
    case 'remove':
      throw new Error('A removal is not decided: it forgets the person.');
  }
}

/** In a channel or group chat Kiku asks nothing: it offers to go on in private. */
function inPublic(scene: Scene): Decision {
  const { bot } = scene.incoming.address;
  const link = bot.id === '' ? null : `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(bot.id)}`;
  return scene.incoming.what.kind === 'edit' ? say(scene) : say(scene, { kind: 'private', link });
}

function withFiles(scene: Scene, text: string): Decision {
  const asked = note('note.files');
  if (text.trim() === '') return say(scene, asked);
  const decision = onText(scene, text);
  return { ...decision, posts: [{ view: asked, isOpen: false }, ...decision.posts] };
}
