import { describe, expect, it } from 'vitest';
import { dayLabel, fullTimeOf, replyTimeOf, shortTimeOf, timeOf } from '../../../src/playground/page/messages/times.js';
import { tsAt } from './message.js';

const now = new Date(2026, 10, 9, 18);
const day = 24 * 60 * 60;
const space = /\u202f/g;

describe('the times of messages', () => {
  it('are read as Slack writes them', () => {
    expect(timeOf(tsAt(0)).replace(space, ' ')).toBe('10:00 AM');
    expect(shortTimeOf(tsAt(0))).toBe('10:00');
    expect(fullTimeOf(tsAt(7), now).replace(space, ' ')).toBe('Today at 10:00:07 AM');
    expect(fullTimeOf(tsAt(-3 * day), now).replace(space, ' ')).toBe('Nov 6th at 10:00:00 AM');
    expect(replyTimeOf(tsAt(0), now).replace(space, ' ')).toBe('today at 10:00 AM');
  });

  it.each([
    [0, 'Today'],
    [-1, 'Yesterday'],
    [-6, 'Tuesday, November 3rd'],
    [-8, 'Sunday, November 1st'],
    [-17, 'Friday, October 23rd'],
    [-28, 'Monday, October 12th'],
    [-400, 'Sunday, October 5th, 2025'],
  ])('name the day %i days from now %s', (days, label) => {
    expect(dayLabel(tsAt(days * day), now)).toBe(label);
  });
});
