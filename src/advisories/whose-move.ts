import type { Advisory } from '../advisory.ts';
import type { Topic } from '../knowledge/content.ts';
import { readingOf, says } from './reading.ts';

/** Whose move an advisory is, whoever reads it: the topic that names it says so, else the first of its service whose words its headline says. */
export function moveOf(advisory: Advisory, topics: readonly Topic[]): 'microsoft' | 'customer' {
  const named = topics.find((topic) => topic.ids.includes(advisory.id));
  const services = advisory.services.map((service) => service.trim().toLowerCase());
  const ofService = topics.filter((topic) => topic.services.some((service) => services.includes(service.toLowerCase())));
  const reading = readingOf(advisory);
  return (named ?? ofService.find((topic) => says(reading, 'headline', topic.words)))?.remedy ?? 'microsoft';
}
