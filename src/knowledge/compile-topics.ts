import type { Topic } from './content.ts';
import type { Report } from './faults.ts';
import { isValue, type Known, namesExist } from './known.ts';
import type { Page } from './page.ts';
import { readShape } from './read-shape.ts';
import { topicShape, topicsShape } from './shapes.ts';

/** The kinds of advisories. `report` takes faults of shape, `reportNames` names that do not exist. */
export function compileTopics(page: Page, known: Known, report: Report, reportNames: Report): readonly Topic[] {
  const list = page.isBroken ? null : readShape(topicsShape, page, [], report);
  return (list?.topics ?? []).flatMap((_, index) => {
    const path = ['topics', index];
    const raw = readShape(topicShape, page, path, report);
    if (raw === null) return [];
    const { codes = [], deeds = [], words = [], ids = [], os = [], steps = [] } = raw;
    const topic: Topic = { ...raw, codes, deeds, words, ids, os, steps };
    for (const [at, product] of topic.products.entries()) isValue('product', product, known, reportNames, page, [...path, 'products', at]);
    for (const [at, code] of topic.codes.entries()) isValue('code', code, known, reportNames, page, [...path, 'codes', at]);
    for (const [at, system] of topic.os.entries()) isValue('os', system, known, reportNames, page, [...path, 'os', at]);
    namesExist(topic.problems, known.problems, 'problem', 'a file in problems/', reportNames, page, [...path, 'problems']);
    namesExist(topic.steps, known.steps, 'step', 'a file in steps/', reportNames, page, [...path, 'steps']);
    if (topic.remedy === 'customer' && topic.steps.length === 0)
      report(page, path, `the topic "${topic.id}" is for customers to act on and names no steps`, 'name the steps that answer it');
    if (topic.words.length + topic.ids.length === 0)
      report(page, path, `the topic "${topic.id}" has neither words nor ids, so nothing would be found for it`, 'add words or ids');
    return [topic];
  });
}
