#!/usr/bin/env node
// Stands in for Azure's command line: knows one tenant and what was granted in it, kept in the file FAKE_AZ; refuses whatever it does not know.
import { readFileSync, writeFileSync } from 'node:fs';

const file = process.env.FAKE_AZ ?? '';
const state = JSON.parse(readFileSync(file, 'utf8'));
const args = process.argv.slice(2);
const option = (name) => args[args.indexOf(`--${name}`) + 1] ?? '';
const verb = args
  .slice(
    0,
    args.findIndex((word) => word.startsWith('--')),
  )
  .join(' ');
const query = option('query');

function answer(value) {
  state.calls.push(args.join(' '));
  writeFileSync(file, JSON.stringify(state));
  process.stdout.write(`${value ?? ''}\n`);
  process.exit(0);
}

function refuse(why) {
  process.stderr.write(`ERROR: ${why}\n`);
  process.exit(1);
}

if (verb === 'account show') state.isSignedIn ? answer(state.tenant) : refuse("Please run 'az login' to setup account.");
if (verb === 'cloud show') answer('https://graph.microsoft.com/');
if (verb === 'ad sp show') {
  const [, wanted] = /^appRoles\[\?value=='([\w.]+)' && contains\(allowedMemberTypes, 'Application'\)\]\.id \| \[0\]$/.exec(query) ?? [];
  if (option('id') === '00000003-0000-0000-c000-000000000000') answer(wanted === undefined ? state.graph : state.roles[wanted]);
  option('id') === state.principal ? answer('id-kiku') : refuse(`Resource '${option('id')}' does not exist.`);
}
const place = `https://graph.microsoft.com/v1.0/servicePrincipals/${state.principal}/appRoleAssignments`;
if (verb === 'rest' && option('method') === 'get' && option('url') === place) {
  const [, role, resource] = /^value\[\?appRoleId=='([\w-]+)' && resourceId=='([\w-]+)'\]\.id \| \[0\]$/.exec(query) ?? [];
  answer(state.granted.find((one) => one.appRoleId === role && one.resourceId === resource)?.id);
}
if (verb === 'rest' && option('method') === 'post' && option('url') === place) {
  if (!state.isAdministrator) refuse('Forbidden({"error":{"code":"Authorization_RequestDenied"}})');
  state.granted.push({ ...JSON.parse(option('body')), id: `grant-${state.granted.length + 1}` });
  answer('');
}
if (verb === 'rest' && option('method') === 'delete' && option('url').startsWith(`${place}/`)) {
  state.granted = state.granted.filter(({ id }) => id !== option('url').slice(place.length + 1));
  answer('');
}
refuse(`it does not know: az ${args.join(' ')}`);
