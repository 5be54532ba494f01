import { Readable } from 'node:stream';
import {
  beginImport,
  changeMapping,
  createImport,
  previewImport,
  runImport,
} from '../server/features/imports/commands.ts';
import type { Desk } from '../server/features/imports/commands-run.ts';
import { importLimit } from '../server/features/imports/schema.ts';
import { mintScope } from '../server/platform/scope.ts';
import { moment } from './calendar.ts';
import type { Happening } from './script.ts';
import type { Stage } from './stage.ts';

/** What the office kept in a spreadsheet before: small and not quite clean, as such files are. */
const FILE = `Reference,Customer,Performer,Commitment,Kind of work,Agreed on,Due,Completed on,Value
CE-2301,Calusa State University,Palmetto Ferry Lines,Twelve seats for a field trip on the bay,Access,2023-02-06,2023-03-17,2023-03-17,900
CE-2304,Calusa State University,Harborlight Credit Union,Two evenings on student loans,Teaching,2023-03-01,2023-04-20,2023-04-18,
CE-2307,Harborlight Credit Union,Calusa State University,Survey of first-year savings habits,Research,2023-08-21,2023-12-01,2023-12-11,2500
CE-2311,Calusa State University,Palmetto Ferry Lines,Timetable data for the transport class,Research,2023-10-02,2023-10-31,2023-10-27,
CE-2402,Palmetto Ferry Lines,Calusa State University,Passenger count by students at four piers,Research,2024-01-15,2024-02-29,2024-02-28,4200
CE-2402,Palmetto Ferry Lines,Calusa State University,A summary on two pages,Research,2024-01-15,2024-02-29,2024-02-28,300
CE-2405,Calusa State University,Mangrove Software,Two internships in testing,People,2024-02-12,2024-05-13,2024-05-13,11200
CE-2409,Calusa State University,Mangrove Software,Four laptops for the loan desk,Goods and rooms,2024-06-03,2024-08-15,2024-09-02,3600
CE-2406,Calusa State University,Palmetto Ferry Lines,Six summer jobs on the piers,People,2024-03-04,2024-05-31,2024-05-29,
CE-2411,Calusa State University,Palmetto Ferry Lines,A guest talk on dispatching in fog,Teaching,2024-09-09,2024-10-18,2024-10-18,
CE-2412,Mangrove Software,Calusa State University,A room for the user group every month,Goods and rooms,2024-09-02,2024-12-20,2024-12-20,
CE-2501,Calusa State University,Corriente Marine Systems,Scrap copper for the foundry,Goods and rooms,2025-01-20,2025-02-28,2025-02-26,
CE-2502,Calusa State University,Palmetto Ferry Lines,Twelve seats for the bay field trip again,Access,2025-01-27,2025-03-14,2025-03-14,900
CE-2503,Calusa State University,Harborlight Credit Union,A judge for the business plan evening,Advice,2025-02-10,2025-03-27,2025-03-27,
CE-2505,Calusa State University,Palmetto Ferry Lines,Six summer jobs on the piers again,People,2025-03-03,2025-05-30,2025-06-09,
CE-2507,Calusa State University,Palmetto Ferry Lines,Passenger counts of the storm weeks,Research,2025-08-25,2025-10-10,2025-10-08,
CE-2508,Harborlight Credit Union,Calusa State University,Translation of the account leaflet into Spanish,Papers,2025-09-08,soon,,
CE-2509,Calusa State University,Palmetto Ferry Lines,A tour of the engine rooms for forty,Access,2025-09-15,2025-10-24,2025-10-24,
CE-2510,Calusa State University,Palmetto Ferry Lines,Ten mock interviews,People,2025-10-06,2025-11-14,2025-11-13,
CE-2511,Calusa State University,Palmetto Ferry Lines,A term of timetable data,Research,2025-11-03,2025-12-19,2025-12-17,
CE-2601,Calusa State University,Palmetto Ferry Lines,Eight summer jobs on the piers,People,2026-01-19,2026-04-30,2026-04-28,
CE-2602,Calusa State University,Palmetto Ferry Lines,A guest talk on crewing at night,Teaching,2026-01-26,2026-03-06,2026-03-06,
CE-2604,Calusa State University,Palmetto Ferry Lines,Twelve seats for the bay field trip a third time,Access,2026-02-09,2026-03-20,2026-03-20,900
CE-2606,Calusa State University,Palmetto Ferry Lines,Counts at four piers after the new timetable,Research,2026-03-02,2026-05-08,2026-05-07,
`;

/** The spreadsheet of the years before is brought in, so that the record does not begin with the software. */
export const history: readonly Happening[] = [
  {
    at: moment('2026-05-28 14:00'),
    async play(stage: Stage) {
      const { db, storage } = stage.platform;
      const scope = mintScope(stage.organization('calusa').id);
      const desk: Desk = { db, storage, scope, now: stage.now };
      const personId = stage.persons.get('renata') ?? null;
      const stored = await storage.put(Readable.from([Buffer.from(FILE)]), { limit: importLimit });
      const upload = { fileName: 'corporate-engagement-2023-2025.csv', storageKey: stored.key, personId };
      const id = await createImport(desk, upload);
      await changeMapping(desk, id, {
        unit: 'USD',
        work: 'Kind of work',
        promisedAt: 'Agreed on',
        done: 'Completed on',
      });
      await previewImport(desk, id);
      await beginImport(desk, id, personId);
      await runImport(desk, id);
    },
  },
];
