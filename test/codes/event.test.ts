import { describe, expect, it } from 'vitest';
import { found, read, readings } from './found.js';

const viewer = (source: string, id: number) =>
  `Log Name:      System\nSource:        ${source}\nDate:          3/4/2031 8:12:01 AM\nEvent ID:      ${id}\nTask Category: None\nLevel:         Error`;

describe('events', () => {
  it.each([
    'Event ID 5002',
    'Event ID: 5002',
    'Event ID:      5002',
    'event id 5002',
    'EventID 5002',
    'EventID=5002',
    'EventId:5002',
    'event-id 5002',
    'event_id=5002',
    '"EventID": 5002',
    'Event ID is 5002',
    'Event 5002',
    'event #5002',
    'event5002',
    '<EventID>5002</EventID>',
    '<EventID Qualifiers="49152">5002</EventID>',
    'Windows logged event 5002 three times',
  ])('reads 5002 in %j', (text) => expect(read(text)).toEqual(['5002 = event:5002']));

  it.each([
    'WAS 5002',
    'WAS event 5002',
    'WAS Event ID 5002',
    'WAS: 5002',
    'Source WAS event id 5002',
    'Source: WAS, Event ID: 5002',
    'Source: WAS\nEvent ID: 5002',
    'Event ID 5002, source WAS',
    'Event ID: 5002, Source: WAS',
    'Event ID 5002 (WAS)',
    'Event ID 5002 from WAS',
    'Event ID 5002 from source WAS',
    'Event ID 5002 from source Microsoft-Windows-WAS',
    'The pool was disabled, event ID 5002, WAS',
    '<Provider Name="Microsoft-Windows-WAS" EventSourceName="WAS" />\n    <EventID Qualifiers="49152">5002</EventID>',
    viewer('Microsoft-Windows-WAS', 5002),
    viewer('Microsoft-Windows-WAS', 5002).replaceAll('\n', '\r\n'),
  ])('reads the source in %j', (text) => expect(read(text)).toEqual(['5002 = event:WAS 5002']));

  it.each([
    ['W3SVC 1009', ['event:W3SVC 1009']],
    [
      'Event Type:\tError\nEvent Source:\tW3SVC\nEvent Category:\tNone\nEvent ID:\t1009\nDate:\t3/4/2031',
      ['event:W3SVC 1009'],
    ],
    ['Schannel 36887', ['event:Schannel 36887']],
    ['DCOM 10016', ['event:DistributedCOM 10016']],
    ['.NET Runtime 1026', ['event:.NET Runtime 1026']],
    ['ASP.NET 4.0.30319.0 event 1309', ['event:ASP.NET 1309']],
    ['HttpEvent 15021', ['event:HttpEvent 15021']],
    ['IIS AspNetCore Module V2 event 1010', ['event:IIS AspNetCore Module V2 1010']],
    ['Event ID 7031 Service Control Manager', ['event:Service Control Manager 7031']],
    ['Source: MSSQLSERVER\nEvent ID: 18456', ['event:18456']],
    ['Event ID 4625', ['event:4625']],
    ['the application was given event 5002', ['event:5002']],
    [
      `${viewer('Application Error', 1000)}\nException code: 0xc0000374`,
      ['event:Application Error 1000', 'ntstatus:0xC0000374'],
    ],
  ])('reads %j', (text, codes) => expect(found(text)).toEqual(codes));

  it.each([
    ['events 5009, 5010 and 5011', ['event:5009', 'event:5010', 'event:5011']],
    ['Event IDs 5009 and 5011', ['event:5009', 'event:5011']],
    ['Event ID 5002, 5021', ['event:5002', 'event:5021']],
    ['Events 5009/5011', ['event:5009', 'event:5011']],
    ['WAS 5002 and W3SVC 1009', ['event:WAS 5002', 'event:W3SVC 1009']],
    ['Event ID: 5002\nSource: WAS\n\nEvent ID: 1009\nSource: W3SVC', ['event:WAS 5002', 'event:W3SVC 1009']],
    ['Source: WAS\nEvent ID: 5002\n\nSource: W3SVC\nEvent ID: 1009', ['event:WAS 5002', 'event:W3SVC 1009']],
  ])('reads several events in %j', (text, codes) => expect(found(text)).toEqual(codes));

  it('gives an id that several sources write a reading for each', () => {
    const [first, ...others] = readings('Event ID 1000');
    expect(first).toBe('event:1000');
    expect(others.sort()).toEqual(['event:Application Error 1000', 'event:IIS AspNetCore Module V2 1000']);
  });

  it.each(['the event of 2003', '5 events', 'in the event 3 of us', 'it was 500 ms', 'W3SVC1', 'W3SVC/1/ROOT'])(
    'reads nothing in %j',
    (text) => expect(found(text)).toEqual([]),
  );
});
