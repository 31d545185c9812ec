import type { PageRequests, RequestName } from '../../protocol.js';
import type { LocalSlack, Person } from '../../server/types.js';
import type { ReadMarks } from '../read-marks.js';
import type { SceneStage } from '../scene-stage.js';

/** What answers work with. */
export interface Gateway {
  readonly slack: LocalSlack;
  readonly marks: ReadMarks;
  readonly stage: SceneStage;
}

/** Does what one request of a person asks; throws what becomes the error of the reply. */
type Answer<Name extends RequestName> = (
  gateway: Gateway,
  person: Person,
  params: PageRequests[Name]['in'],
) => PageRequests[Name]['out'] | Promise<PageRequests[Name]['out']>;

export type Answers = { readonly [Name in RequestName]: Answer<Name> };
