import { SERVICES, serviceCalled } from '../advisories/services.ts';
import type { Advisory } from '../advisory.ts';
import { EVERY_SERVICE } from '../alert-wishes.ts';
import { identify } from '../triage/identify.ts';
import type { Problem } from '../triage/playbook.ts';
import type { HealthRow, View } from '../views.ts';
import type { Scene } from './scene.ts';
import { matchesIn } from './standing.ts';
import type { About } from './wishes.ts';

const ADVISORY = /^[A-Z]{2}\d{5,8}$/;

/** What Microsoft has open for this person: of the services their trouble may depend on and those they follow, else of all; or `only` of one service, or one advisory. */
export function healthView(scene: Scene, page = 0, only: About | null = null): View {
  const { advisories, readAt, isFailing } = scene.shelf;
  const services = only?.kind === 'service' ? [only.name] : only === null ? servicesFor(scene) : [];
  const isMeant = ({ id, services: own }: Advisory) =>
    only?.kind === 'advisory' ? id === only.id : services.length === 0 || own.some((name) => services.some((wanted) => isSame(name, wanted)));
  const near = new Map(troubleIn(scene).map((match) => [match.advisory.id, match.relevance.grade]));
  const rows = advisories
    .filter(
      (advisory) =>
        !advisory.isResolved && isMeant(advisory) && (advisory.kind === 'issue' || only?.kind === 'advisory' || isNear(near.get(advisory.id))),
    )
    .map((advisory): HealthRow => rowOf(advisory, near.get(advisory.id) ?? 'background', scene))
    .sort((left, right) => rank(left) - rank(right) || right.advisory.updatedAt - left.advisory.updatedAt);
  const freshness = { readAt, now: scene.now, isFailing };
  const site = scene.sites === undefined ? {} : { adminCenter: scene.sites.adminCenter };
  return { kind: 'health', rows, page, services: services.length === 0 ? null : services, freshness, timeZone: scene.timeZone, ...site };
}

/** Services on the shelf that nobody here has a name for. */
export function otherServices(scene: Scene): readonly string[] {
  const names = scene.shelf.advisories.filter(({ kind }) => kind === 'issue').flatMap(({ services }) => services);
  return [...new Set(names)].filter((name) => serviceCalled(name) === null);
}

function rowOf(advisory: Advisory, grade: 'likely' | 'possible' | 'background', { person: { alerts } }: Scene): HealthRow {
  return {
    advisory,
    nearness: grade === 'background' ? 'other' : grade,
    isFollowed: alerts.follows.includes(advisory.id),
    isMuted: alerts.mutedAdvisories.includes(advisory.id),
    isServiceMuted: isServiceMuted(advisory, alerts.mutedServices),
  };
}

function isServiceMuted({ services }: Advisory, muted: readonly string[]): boolean {
  return muted.includes(EVERY_SERVICE) || (services.length > 0 && services.every((name) => muted.includes(name)));
}

function troubleIn(scene: Scene) {
  return scene.intake === null || scene.intake.state === 'solved' ? [] : matchesIn(scene, scene.intake.facts);
}

/** The services that the product in trouble is, or does not work without, and those that the person follows. */
function servicesFor({ intake, knowledge, person }: Scene): readonly string[] {
  const facts = intake === null || intake.state === 'solved' ? {} : intake.facts;
  const products = facts.product?.values ?? productsOf(knowledge.playbooks.problems.get(identify(facts, knowledge.playbooks).problem ?? ''));
  const concerned = SERVICES.filter((service) => [...service.products, ...service.behind].some((product) => products.includes(product)));
  const followed = person.alerts.follows.filter((name) => !ADVISORY.test(name));
  return [...new Set([...concerned.flatMap(({ names }) => names), ...followed])];
}

/** The products that a problem may be about. */
function productsOf(problem: Problem | undefined): readonly string[] {
  return problem === undefined ? [] : [...problem.products, ...problem.symptoms.map(({ product }) => product)];
}

function isSame(name: string, wanted: string): boolean {
  const [one, other] = [serviceCalled(name), serviceCalled(wanted)];
  return one === null || other === null ? name.toLowerCase() === wanted.toLowerCase() : one.id === other.id;
}

function isNear(grade: string | undefined): boolean {
  return grade === 'likely' || grade === 'possible';
}

function rank({ nearness }: HealthRow): number {
  return ['likely', 'possible', 'other'].indexOf(nearness);
}
