import { remembering } from './cards/remember.ts';
import { createRenderer } from './cards/render.ts';
import { CARDS_FOLDER, type Config } from './config.ts';
import { caseSettings } from './helpdesk/case.ts';
import { inOneLine, KnowledgeFaults } from './knowledge/knowledge-fault.ts';
import { readProved } from './knowledge/read-proved.ts';
import { createLive } from './live.ts';

const INTAKE_AGE_MS = 24 * 60 * 60 * 1000;
/** Two looks at the files of the knowledge, and reading them, take less than a second. */
const LOOK_EVERY_MS = 250;

/** What a turn decides by and how it looks, read from the folders of the knowledge now and, where that is wanted, whenever a file of them is saved. */
export function wireKnowledge(config: Config) {
  const { defaultLanguage, defaultTimeZone } = config;
  const live = createLive({
    folders: [config.knowledge.ours, config.knowledge.own].filter((folder) => folder !== null),
    make() {
      const { knowledge, lexicon } = readProved(config.knowledge);
      const setting = {
        knowledge,
        lexicon,
        defaultLanguage,
        defaultTimeZone,
        helpdesk: config.helpdesk,
        intakeAgeMs: INTAKE_AGE_MS,
        sites: config.cloud.sites,
        quiet: config.alerts.quiet,
        keep: config.keep,
        cases: caseSettings(config.helpdeskHours),
      };
      return { setting, renderer: remembering(createRenderer(knowledge, CARDS_FOLDER, { defaultTimeZone })) };
    },
    faultsOf: (error) => (error instanceof KnowledgeFaults ? error.faults.map(inOneLine) : [String(error)]),
    everyMs: config.isKnowledgeWatched ? LOOK_EVERY_MS : null,
  });
  live.subscribe(() => process.stderr.write(tidings(live.faults())));
  return live;
}

/** What an author is told after saving a file of the knowledge. */
function tidings(faults: readonly string[]): string {
  if (faults.length === 0) return 'The knowledge was read anew; it has no fault, and it is in force.\n';
  return `The knowledge was not taken; what was read before stays in force.\n${faults.map((line) => `  ${line}\n`).join('')}`;
}
