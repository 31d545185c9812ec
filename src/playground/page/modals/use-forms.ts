import { useState } from 'react';
import type { InputValue, View } from '../../server/types.js';
import { request } from '../connection/client.js';
import { reportDelivery, reportFailure } from '../toasts/report.js';
import { emptyForm, type Form, valuesToSend, withValue } from './form.js';

export interface Forms {
  of(view: View): Form;
  change(view: View, blockId: string, actionId: string, value: InputValue): void;
  submit(view: View): Promise<void>;
}

/** What stands in the windows of the stack, by view id: it outlives updates and windows on top. */
export function useForms(): Forms {
  const [forms, setForms] = useState<Readonly<Record<string, Form>>>({});

  function update(id: string, change: (form: Form) => Form): void {
    setForms((all) => ({ ...all, [id]: change(all[id] ?? emptyForm) }));
  }

  return {
    of: (view) => forms[view.id] ?? emptyForm,
    change: (view, blockId, actionId, value) => update(view.id, (form) => withValue(form, blockId, actionId, value)),
    async submit(view) {
      const form = forms[view.id] ?? emptyForm;
      if (form.isSubmitting) return;
      update(view.id, (one) => ({ ...one, isSubmitting: true }));
      const errors = await send(view, form);
      update(view.id, (one) => ({ ...one, errors, isSubmitting: false }));
    },
  };
}

/** What is to read under the inputs; what else went wrong is told in a toast. */
async function send(view: View, { values }: Form): Promise<Record<string, string>> {
  try {
    const result = await request('submit', { viewId: view.id, values: valuesToSend(view, values) });
    return reportDelivery(result).errors;
  } catch (error) {
    reportFailure(error);
    return {};
  }
}
