/** What stands on buttons: 75 characters at the most, of which Slack shows about 30. */
export const buttons = {
  fullArticle: 'Full article',
  moreInformation: 'More information',
  appliesTo: 'Applies to',
  otherMatches: (others: number) => `Other matches (${others})`,
  fixed: 'This fixed it',
  notHelped: 'Did not help',
  share: 'Share to channel',
  previous: 'Previous',
  next: 'Next',
  show: 'Show',
  nextMatch: 'Next match',
  searchAgain: 'Search again',
  askPerson: 'Ask a person',
  search: 'Search',
  cancel: 'Cancel',
  close: 'Close',
};
