import packageJson from '../../package.json' with { type: 'json' };
import type { IntakeRoute } from '../http/serve-intake.ts';
import { createDeliveries } from '../intake/delivery-repository.ts';
import { describeIntake } from '../intake/open-api.ts';
import { createReceiveDelivery } from '../intake/receive-delivery.ts';
import { createSourceKeys } from '../intake/source-key-repository.ts';
import { createTakeIncident } from '../intake/take-incident.ts';
import { incidentItem } from '../quality/incident/incident-item.ts';
import type { RecordParts } from './wire-records.ts';
import type { AppContext } from './wiring.ts';

const PATH = '/api/v1/incidents';

/** The intake of incidents and requests from other tools. */
export function wireIntake({ connection, clock, log }: AppContext, parts: RecordParts): IntakeRoute {
  const receive = createReceiveDelivery({
    keys: createSourceKeys(connection, clock),
    deliveries: createDeliveries(connection, clock),
    take: createTakeIncident({ ...parts, clock }),
    clock,
    log,
  });
  const description = describeIntake({ version: packageJson.version, item: incidentItem, path: PATH });
  return { path: PATH, receive, description, log };
}
