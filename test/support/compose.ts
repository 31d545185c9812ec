import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { parseDockerfile } from './dockerfile.js';

const root = resolve(import.meta.dirname, '../..');

/** A service of `deploy/compose.yaml`, as its container gets it. */
export interface ComposedService {
  image: string;
  /** What compose gives itself; the rest is the image's. */
  command?: string[];
  environment: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  volumes?: string[];
  ports?: string[];
  stop_grace_period?: string;
}

/**
 * The services, with the settings of an `.env` file put in where they belong: for `${NAME:?…}`, and for `env_file`.
 * @throws Error when a setting is missing that the file insists on, as compose does
 */
export function composedServices(settings: Record<string, string>): Record<string, ComposedService> {
  const text = readFileSync(resolve(root, 'deploy/compose.yaml'), 'utf8');
  const filled = text.replaceAll(/\$\{([A-Z_]+):\?([^}]*)\}/g, (_, name: string, why: string) => {
    const value = settings[name];
    if (value === undefined) throw new Error(`required variable ${name} is missing: ${why}`);
    return value;
  });
  const { services } = parse(filled) as { services: Record<string, ComposedService & { env_file?: string[] }> };
  return Object.fromEntries(
    Object.entries(services).map(([name, { env_file: files = [], ...service }]) => {
      if (files.some((file) => file !== '../.env')) throw new Error(`the test knows no other file than ../.env`);
      return [name, { ...service, environment: { ...(files.length > 0 ? settings : {}), ...service.environment } }];
    }),
  );
}

/** What our image brings: settings, what it runs, and how it asks whether that is well. */
export function ownImage(): { env: Record<string, string>; command: string[]; healthcheck: string[] } {
  const all = parseDockerfile(readFileSync(resolve(root, 'Dockerfile'), 'utf8'));
  const last = all.slice(all.findLastIndex(({ name }) => name === 'FROM'));
  const rest = (name: string) => last.find((instruction) => instruction.name === name)?.rest ?? '';
  const variables = last.filter(({ name }) => name === 'ENV').map((instruction) => instruction.rest.split('=', 2));
  return {
    env: Object.fromEntries(variables),
    command: JSON.parse(rest('CMD')),
    healthcheck: JSON.parse(rest('HEALTHCHECK').slice(rest('HEALTHCHECK').indexOf('['))),
  };
}
