/** The letter of ids that teams give; S is for the articles that ship, Q for the historic ones. */
export const teamLetter = 'T';
const firstTopic = 90_001;

/** The next id of a team's article about a topic (`T90001`) that is not taken. */
export function nextTopicId(taken: ReadonlySet<string>): string {
  let topic = firstTopic;
  while (taken.has(`${teamLetter}${topic}`)) topic += 1;
  return `${teamLetter}${topic}`;
}
