import { describe, expect, it } from 'vitest';
import { found, read, readings } from './found.js';

describe('FTP replies', () => {
  it.each([
    ['FTP 530', '530'],
    ['ftp530', '530'],
    ['FTP: 530', '530'],
    ['FTP error 530', '530'],
    ['ftp reply 530', '530'],
    ['FTP status 530-User cannot log in.', '530'],
    ['FTP 530.35', '530'],
    ['530 User cannot log in, home directory inaccessible.', '530'],
    ['530-User cannot log in.', '530'],
    ['530 Not logged in', '530'],
    ['Response: 530 User cannot log in', '530'],
    ['the ftp upload fails with 530', '530'],
    ['530', '530'],
  ])('reads 530 in %j', (text, code) => expect(read(text)).toEqual([`${code} = ftp:530`]));

  it.each([
    ['FTP 550', ['ftp:550']],
    ['550', ['ftp:550']],
    ['550 Access is denied.', ['ftp:550']],
    ['550-Access is denied.', ['ftp:550']],
    ['550 The system cannot find the file specified.', ['ftp:550']],
    ['FTP 534 Policy requires SSL', ['ftp:534']],
    ['534-Policy requires SSL', ['ftp:534']],
    ["425 Can't open data connection", ['ftp:425']],
    ['FTP 425 and 426', ['ftp:425', 'ftp:426']],
    ['FTP 226', ['ftp:226']],
    ['FTP 500', ['ftp:500']],
  ])('reads %j', (text, codes) => expect(found(text)).toEqual(codes));

  it('keeps the other meanings of a number that FTP and HTTP share', () => {
    expect(readings('502')).toEqual(['http:502', 'ftp:502']);
    expect(readings('426 Connection closed; transfer aborted.')).toEqual(['ftp:426', 'http:426']);
  });

  it.each(['SMTP 550', '550 5.7.1 Unable to relay', '550 MB by FTP', 'ftp on port 530', 'FTP 7.5'])(
    'reads nothing in %j',
    (text) => expect(found(text)).toEqual([]),
  );
});
