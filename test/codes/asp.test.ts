import { describe, expect, it } from 'vitest';
import { found, read } from './found.js';

describe('errors of classic ASP', () => {
  it.each([
    ['ASP 0113', 'ASP 0113'],
    ['asp 0113', 'asp 0113'],
    ['ASP_0113', 'ASP_0113'],
    ['ASP-0113', 'ASP-0113'],
    ['ASP0113', 'ASP0113'],
    ['asp 113', 'asp 113'],
    ['ASP error 0113', 'ASP error 0113'],
    ['ASP Error: 0113', 'ASP Error: 0113'],
    ["error 'ASP 0113'", 'ASP 0113'],
    ["Active Server Pages error 'ASP 0113'\nScript timed out", 'ASP 0113'],
    ['Active Server Pages, ASP 0113', 'ASP 0113'],
    ['|41|ASP_0113|Script_timed_out', 'ASP_0113'],
    ['0113', '0113'],
  ])('reads ASP 0113 in %j', (text, code) => expect(read(text)).toEqual([`${code} = asp:ASP 0113`]));

  it.each([
    ["Server object error 'ASP 0177 : 800401f3'", ['asp:ASP 0177', 'hresult:0x800401F3']],
    ['Server object, ASP 0178 (0x80070005)', ['asp:ASP 0178', 'hresult:0x80070005']],
    ['ASP 0115 and ASP 0240', ['asp:ASP 0115', 'asp:ASP 0240']],
  ])('reads %j', (text, codes) => expect(found(text)).toEqual(codes));

  it.each(['ASP 3.0', 'ASP.NET 2.0', 'ASP.NET 4.8', 'ASP 0999'])('reads nothing in %j', (text) => {
    expect(found(text)).toEqual([]);
  });
});
