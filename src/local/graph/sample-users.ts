import { CAST } from '../teams/people.ts';
import type { GraphUser } from './users.ts';

/** By the key of the person. Ken's PC says another Windows than most people would; of Aiko there is a phone as well; Priya has nothing managed. */
const WORK: Readonly<Record<string, Pick<GraphUser, 'fields' | 'devices'>>> = {
  sam: {
    fields: { jobTitle: 'Accountant', department: 'Finance', officeLocation: 'New York, 4th floor', preferredLanguage: 'en-US' },
    devices: [device('NYC-L-0417', 'Surface Laptop 5', 'Windows', '10.0.26100.2033', 'compliant', '2026-11-20T14:10:00Z')],
  },
  aiko: {
    fields: { jobTitle: '経理担当', department: '経理部', officeLocation: '東京本社 12F', preferredLanguage: 'ja-JP' },
    devices: [
      device('TYO-L-1102', 'ThinkPad X1 Carbon', 'Windows', '10.0.19045.5011', 'noncompliant', '2026-11-21T01:05:00Z'),
      device('aiko-iphone', 'iPhone 15', 'iOS', '18.1', 'compliant', '2026-11-22T08:00:00Z'),
    ],
  },
  priya: { fields: { jobTitle: 'Support engineer', department: 'IT', officeLocation: 'London' }, devices: [] },
  ken: {
    fields: { jobTitle: 'サポート担当', department: '情報システム部', officeLocation: '東京本社 3F' },
    devices: [device('TYO-D-0007', 'OptiPlex 7010', 'Windows', '10.0.22631.4317', 'compliant', '2026-11-22T23:30:00Z')],
  },
};

/** Everybody of the cast, as the organisation knows them. */
export const SAMPLE_USERS: readonly GraphUser[] = CAST.map(({ key, name, aadObjectId }) => {
  const { fields = {}, devices = [] } = WORK[key] ?? {};
  return { id: aadObjectId, fields: { id: aadObjectId, displayName: name, ...fields }, devices };
});

function device(deviceName: string, model: string, operatingSystem: string, osVersion: string, complianceState: string, lastSyncDateTime: string) {
  return { deviceName, manufacturer: '', model, operatingSystem, osVersion, complianceState, lastSyncDateTime };
}
