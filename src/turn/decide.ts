import { welcome } from './commands.ts';
import { editInCase, filesInCase, textInCase, unsayInCase } from './in-case.ts';
import { onEdit } from './on-edit.ts';
import { onTap } from './on-tap.ts';
import { onText } from './on-text.ts';
import { remembered } from './remembered.ts';
import { before, type Decision, note, type Scene, say, silence } from './scene.ts';

/** What one message comes to. Pure: the same scene gives the same decision. */
export function decide(scene: Scene): Decision {
  return scene.incoming.conversation.kind === 'personal' ? remembered(inPrivate(scene), scene) : inPublic(scene);
}

function inPrivate(scene: Scene): Decision {
  const { what } = scene.incoming;
  switch (what.kind) {
    case 'install':
      return welcome(scene);
    case 'text':
      return textInCase(scene, what.text) ?? onText(scene, what.text);
    case 'edit':
      return editInCase(scene, what.text, what.of) ?? onEdit(scene, what.text, what.of);
    case 'tap':
      return onTap(scene, what.data);
    case 'files':
      return filesInCase(scene, what.text, what.files ?? []) ?? withFiles(scene, what.text);
    case 'unsay':
      return unsayInCase(scene, what.of) ?? silence(scene);
    case 'remove':
      throw new Error('A removal is not decided: it forgets the person.');
  }
}

/** In a channel or group chat Kiku asks nothing: it offers to go on in private to whoever speaks to it. */
function inPublic(scene: Scene): Decision {
  const { address, what, isToKiku = true } = scene.incoming;
  if (!isToKiku || what.kind === 'edit' || what.kind === 'unsay') return silence(scene);
  const { bot } = address;
  const teams = scene.sites?.teams ?? 'https://teams.microsoft.com';
  const link = bot.id === '' ? null : `${teams}/l/chat/0/0?users=${encodeURIComponent(bot.id)}`;
  return say(scene, { kind: 'private', link });
}

function withFiles(scene: Scene, text: string): Decision {
  const asked = note('note.files');
  return text.trim() === '' ? say(scene, asked) : before(textInCase(scene, text) ?? onText(scene, text), asked);
}
