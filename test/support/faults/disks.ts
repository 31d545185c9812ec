import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small file system of its own. */
export interface Disk {
  path: string;
  /** Takes its room, or its rights, away. */
  spoil(): void;
  /** Gives them back. */
  mend(): void;
  end(): void;
}

function run(command: string, ...words: string[]): boolean {
  return process.getuid?.() === 0 && spawnSync(command, words, { stdio: 'ignore' }).status === 0;
}

/** One that can be full; null where this user may not mount one. */
export function smallDisk(): Disk | null {
  const path = mkdtempSync(join(tmpdir(), 'substatus-disk-'));
  if (!run('mount', '-t', 'tmpfs', '-o', 'size=2m', 'none', path)) {
    rmSync(path, { recursive: true });
    return null;
  }
  return {
    path,
    spoil: () => fill(path),
    mend: () => void run('sh', '-c', `rm -f ${path}/filler-*`),
    end() {
      run('umount', path);
      rmSync(path, { recursive: true });
    },
  };
}

/**
 * One that turns read-only under open files, as a file system does on which something failed; it is mended where nothing has
 * a file open any more. Null where this user may not mount one, or there is no ext4.
 */
export function failingDisk(): Disk | null {
  const folder = mkdtempSync(join(tmpdir(), 'substatus-disk-'));
  const [image, path] = [join(folder, 'image'), join(folder, 'disk')];
  mkdirSync(path);
  writeFileSync(image, Buffer.alloc(8 * 2 ** 20));
  const mount = () => run('mount', '-o', 'loop', image, path);
  if (!run('mkfs.ext4', '-q', '-F', image) || !mount()) {
    rmSync(folder, { recursive: true });
    return null;
  }
  return {
    path,
    spoil: () => void run('mount', '-o', 'remount,abort', path),
    mend() {
      run('umount', path);
      run('e2fsck', '-p', image);
      mount();
    },
    end() {
      run('umount', path);
      rmSync(folder, { recursive: true });
    },
  };
}

function fill(folder: string): void {
  for (const size of [65_536, 4_096, 512]) {
    try {
      for (let nth = 0; ; nth += 1) writeFileSync(join(folder, `filler-${size}-${nth}`), Buffer.alloc(size));
    } catch {} // no room is left for a file of this size
  }
}

/** A data folder that this process's user, or `nobody`, may not write. */
export function readOnlyFolder(): { path: string; user: { uid: number; gid: number } | null; end(): void } {
  const parent = mkdtempSync(join(tmpdir(), 'substatus-readonly-'));
  const path = join(parent, 'data');
  mkdirSync(path);
  const isRoot = process.getuid?.() === 0;
  const nobody = { uid: 65_534, gid: 65_534 };
  chmodSync(parent, 0o755);
  if (isRoot) chownSync(path, 0, 0);
  chmodSync(path, 0o555);
  return {
    path,
    user: isRoot ? nobody : null,
    end() {
      chmodSync(path, 0o755);
      rmSync(parent, { recursive: true });
    },
  };
}
