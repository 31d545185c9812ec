import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const program = ['nginx', '/usr/sbin/nginx'].find((name) => spawnSync(name, ['-v']).status === 0) ?? null;

/** Whether the system has one; says so on stderr when it has none. */
export function findNginx(): boolean {
  if (program === null) process.stderr.write('no nginx on this system: deploy/nginx.conf is not tried\n');
  return program !== null;
}

/** Starts nginx with what would be in `/etc/nginx/conf.d`. @returns what ends it */
export async function startNginx(configuration: string, port: number): Promise<() => Promise<void>> {
  if (program === null) throw new Error('there is no nginx');
  const folder = mkdtempSync(join(tmpdir(), 'substatus-nginx-'));
  writeFileSync(join(folder, 'default.conf'), configuration);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; ${process.getuid?.() === 0 ? 'user root;' : ''} worker_processes 2; pid ${folder}/pid; error_log stderr warn;
events { worker_connections 512; }
http { access_log off; ${temporary.join(' ')} include ${folder}/default.conf; }\n`,
  );
  const child = spawn(program, ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')]);
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  const answers = () =>
    fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
  while (!(await answers())) {
    if (child.exitCode !== null) throw new Error(`nginx ended: ${said}`);
    await wait(50);
  }
  return async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
    rmSync(folder, { recursive: true });
  };
}
