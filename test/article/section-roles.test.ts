import { describe, expect, it } from 'vitest';
import { sectionRole } from '../../src/article/section-roles.js';

describe('sectionRole', () => {
  it.each([
    ['SYMPTOMS', 'symptoms'],
    ['Symptom', 'symptoms'],
    ['CAUSE 2', 'cause'],
    ['CAUSES', 'cause'],
    ['RESOLUTION:', 'resolution'],
    ['SOLUTION', 'resolution'],
    ['WORKAROUNDS', 'workaround'],
    ['WORK-AROUND', 'workaround'],
    ['STATUS', 'status'],
    ['MORE INFORMATION', 'more-information'],
    ['REFERENCE', 'references'],
    ['INTRODUCTION', 'summary'],
    ['CAUSEWAY', 'other'],
    ['STATUS CODES OF THE TEAPOT', 'other'],
    ['COFFEE', 'other'],
    ['constructor', 'other'],
    ['', 'other'],
  ])('%s: %s', (heading, role) => {
    expect(sectionRole(heading)).toBe(role);
  });
});
