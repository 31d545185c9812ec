/** Put together here, so that nobody's scanner takes them for real ones. */
const part = 'Zq7Xw9Kp2Lm4';

/** Texts that open doors, as people paste them; each has a part that `secretParts` finds. */
export const planted: Record<string, string> = {
  'a bot token': `${'xox'}b-1234567890-${part}A`,
  'an app token': `${'xa'}pp-1-A0-${part}B`,
  'a refresh token': `${'xox'}e.${'xox'}p-1-${part}C`,
  'a web token': `eyJhbGciOiJIUzI1NiJ9.eyJ${part}D.${part}D`,
  'a key of AWS': `${'AK'}IAZ0${part.toUpperCase()}E`,
  'a bearer': `Bearer ${part}F0123456789==`,
  'a password of a connection string': `Password=${part}G`,
  'a password in an address': `postgres://sa:${part}H@db.example.com/shop`,
  'a client secret': `client_secret: "${part}I"`,
  'a hook': `https://hooks.slack.com/services/T0/B0/${part}J`,
};

/** A secret of no form of its own, as settings hold them. */
export const plantedSetting = `${part}-0123456789`;

export const secretParts = /Zq7Xw9Kp2Lm4/i;
