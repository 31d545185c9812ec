import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import dashboard from '../deploy/grafana-dashboard.json' with { type: 'json' };
import { createMetrics } from '../src/operating/metrics.js';

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

interface Rule {
  alert: string;
  expr: string;
  for?: string;
  labels: { severity: string };
  annotations: { summary: string };
}

const rules: Rule[] = parse(read('deploy/alerts.yaml')).groups.flatMap(({ rules }: { rules: Rule[] }) => rules);
const panels = dashboard.panels;

/** Names of metrics and the labels of each, as `/metrics` has them after everything happened once. */
async function metricsByName(): Promise<Map<string, Set<string>>> {
  const metrics = createMetrics({ version: '0', transport: 'socket' });
  metrics.acked('command', 0.1);
  metrics.requestDone('command', 0.1);
  metrics.lookedUp('command', 'answer', 0.1);
  metrics.called('chat.postMessage', 'refused', 'not_in_channel', 0.1);
  metrics.error(new Error('x'));
  const found = new Map<string, Set<string>>();
  for (const line of (await metrics.text()).split('\n')) {
    const [, name, labels = ''] = /^([a-z_0-9]+)(?:\{(.*)\})? \S+$/.exec(line) ?? [];
    if (name === undefined) continue;
    const known = found.get(name) ?? new Set(['job', 'instance']);
    for (const [, label = ''] of labels.matchAll(/(\w+)="/g)) known.add(label);
    found.set(name, known);
  }
  return found;
}

/** What Prometheus and Grafana bring themselves. */
const words = new Set([
  ...[
    'absent',
    'and',
    'or',
    'by',
    'count',
    'histogram_quantile',
    'increase',
    'max',
    'max_over_time',
    'min',
    'rate',
    'sum',
  ],
  ...['label_values', 'up'],
]);

/** Metrics that an expression names, with the labels that it selects or groups by. */
function named(expression: string): { metric: string; labels: string[] }[] {
  const groups = [...expression.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, list = '']) => list.split(/,\s*/));
  const plain = expression.replace(/\bby \([^)]*\)/g, '').replace(/\[[^\]]*\]/g, '');
  const selected = [...plain.matchAll(/([a-z_]\w*)(?:\{([^}]*)\})?/g)];
  return selected
    .filter(([, metric = '']) => !words.has(metric) && !/^\d/.test(metric))
    .map(([, metric = '', selectors = '']) => ({
      metric,
      labels: [...groups, ...[...selectors.matchAll(/(\w+)=~?"/g)].map(([, label = '']) => label)],
    }));
}

describe('what watches the bot', () => {
  const expressions = [
    ...rules.map(({ alert, expr }): [string, string] => [alert, expr]),
    ...panels.flatMap(({ title, targets }) => targets.map(({ expr }): [string, string] => [title, expr])),
  ];

  it.each(expressions)('asks for metrics and labels that there are: %s', async (_, expression) => {
    const known = await metricsByName();
    const asked = named(expression);
    expect(asked.length + Number(expression.includes('up{'))).toBeGreaterThan(0);
    for (const { metric, labels } of asked) {
      const has = known.get(metric) ?? known.get(`${metric}_count`);
      expect(has, metric).toBeDefined();
      for (const label of labels) expect([...(has ?? [])], metric).toContain(label);
    }
    expect(count(expression, /\(/g)).toBe(count(expression, /\)/g));
    expect(count(expression, /\{/g)).toBe(count(expression, /\}/g));
  });

  it('leaves no metric of ours unseen', async () => {
    const asked = expressions.map(([, expression]) => expression).join('\n');
    const ours = [...(await metricsByName()).keys()].filter((name) => /^substatus_(?!.*_(?:sum|count)$)/.test(name));
    expect(ours.filter((name) => !asked.includes(name))).toEqual([]);
  });

  it('has panels side by side, each with a number of its own', () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    for (const { gridPos } of panels) expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
  });

  it('has a summary, a severity and a section in the manual for each alert', () => {
    const manual = read('docs/OPERATING.md');
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
    for (const { alert, labels, annotations } of rules) {
      expect(['page', 'ticket']).toContain(labels.severity);
      expect(annotations.summary).not.toBe('');
      expect(manual).toContain(`\`${alert}\``);
    }
  });
});

const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;

describe('the files to deploy with', () => {
  it.each(readdirSync(new URL('../deploy', import.meta.url)).filter((name) => name.endsWith('.yaml')))(
    'are YAML without mistakes: %s',
    (name) => {
      for (const document of parseAllDocuments(read(`deploy/${name}`))) {
        expect([...document.errors, ...document.warnings]).toEqual([]);
      }
    },
  );

  it('probe liveness and readiness where they are answered, as a user that is not root, on a file system to read only', () => {
    const objects = parseAllDocuments(read('deploy/kubernetes.yaml')).map((document) => document.toJS());
    const { spec } = objects.find(({ kind }) => kind === 'Deployment').spec.template;
    const [container] = spec.containers;
    expect(container).toMatchObject({
      livenessProbe: { httpGet: { path: '/healthz' } },
      readinessProbe: { httpGet: { path: '/readyz' } },
      securityContext: { readOnlyRootFilesystem: true, allowPrivilegeEscalation: false },
    });
    expect(spec.securityContext).toMatchObject({ runAsNonRoot: true });
    expect(spec.terminationGracePeriodSeconds).toBeGreaterThan(26);
    const mounted = container.volumeMounts.map(({ mountPath }: { mountPath: string }) => mountPath);
    expect(mounted).toEqual(expect.arrayContaining(['/tmp']));
  });

  it('let the load balancer pass on what Slack sends, and keep the rest inside', () => {
    const configuration = read('deploy/nginx.conf');
    expect(configuration).toContain('location ~ ^/slack/(events|install|oauth_redirect)$');
    expect(configuration).not.toMatch(/\/(?:metrics|readyz|healthz)/);
    expect(configuration).toMatch(/location \/ \{\s+return 404;/);
  });

  it('set only what there is to set', () => {
    const settings = [...read('.env.example').matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name]) => name);
    const compose = parse(read('deploy/compose.yaml'));
    const set = Object.keys(compose['x-substatus'].environment);
    expect(set.filter((name) => !settings.includes(name))).toEqual([]);
  });
});
