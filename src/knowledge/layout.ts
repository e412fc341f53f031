import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { didYouMean, faultList } from './faults.ts';
import { KnowledgeFaults } from './knowledge-fault.ts';

/** What may lie in a folder of an organisation's own knowledge: folders of YAML files, and files. */
const FOLDERS = ['codes', 'faq', 'problems', 'safety', 'steps', 'stops'];
const FILES = [
  'advisory-topics.yaml',
  'diagnostics.yaml',
  'facts.yaml',
  'faq-words.yaml',
  'glossary.yaml',
  'organisation.yaml',
  'phrases.yaml',
  'sources.yaml',
  'spellings.yaml',
];
/** Parts of the program's own knowledge that nobody else may change, and why. */
const OURS: Readonly<Record<string, string>> = {
  'trace.yaml': 'it accounts for the documents that Kiku comes with',
};
/** What editors and people leave beside the knowledge. */
const PASSED_OVER = /^\.|~$|^#|^README(\.md)?$|\.(swp|swx|tmp|bak|orig)$/i;

/** Looks for files in an organisation's own folder that nobody would read. Throws `KnowledgeFaults` with each of them. */
export function checkLayout(folder: string): void {
  const { note, sorted } = faultList();
  const fault = (name: string, wrong: string, todo: string): void => note({ file: join(folder, name), line: 1, wrong, todo });
  for (const name of namesIn(folder)) {
    const isFolder = statSync(join(folder, name)).isDirectory();
    if (isFolder && FOLDERS.includes(name)) checkFolder(folder, name, fault);
    else if (isFolder) fault(name, `the folder "${name}" is not read${didYouMean(name, FOLDERS)}`, `use one of ${FOLDERS.join(', ')}`);
    else if (OURS[name] !== undefined) fault(name, `"${name}" cannot be changed from here: ${OURS[name]}`, 'take it out');
    else if (!FILES.includes(name.replace(/\.yml$/, '.yaml')) && !/^phrases-[a-z]+\.yaml$/.test(name))
      fault(name, `the file "${name}" is not read${didYouMean(name, FILES)}`, `name it as one of ${FILES.join(', ')}, or take it out`);
  }
  if (sorted().length > 0) throw new KnowledgeFaults(sorted());
}

function checkFolder(folder: string, under: string, fault: (name: string, wrong: string, todo: string) => void): void {
  for (const name of namesIn(join(folder, under))) {
    if (statSync(join(folder, under, name)).isDirectory())
      fault(join(under, name), 'folders inside this one are not read', 'put the files one level higher');
    else if (!/\.ya?ml$/.test(name)) fault(join(under, name), 'only files that end in .yaml are read', 'rename it, or take it out');
  }
}

function namesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => !PASSED_OVER.test(name))
    .toSorted();
}
