// Fills in a prompt while its fields are filled in. What stands in the card is what `augury prompt fill` prints for the same values.
'use strict';
{
  // White space, and the ends of lines, are those of Unicode, as for the tool.
  const isBlank = (text) => /^\p{White_Space}*$/u.test(text);
  const trimmed = (text) => text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, '');
  const lines = (text) => text.split(/\r\n|[\n\v\f\r\x85\u2028\u2029]/).filter((line) => !isBlank(line));
  const isInteger = (text) => /^[+-]?[0-9]+$/.test(text) && BigInt.asIntN(64, BigInt(text.replace('+', ''))) === BigInt(text.replace('+', ''));

  // What the text of a field stands for: a list has many values, everything else one; none where nothing was said.
  const values = (kind, text) => {
    if (isBlank(text)) return [];
    if (kind === 'list') return lines(text);
    if (kind === 'integer') return isInteger(trimmed(text)) ? [trimmed(text)] : [];
    if (kind === 'boolean') return [/^(yes|true)$/i.test(trimmed(text)) ? 'yes' : 'no'];
    return [kind === 'choice' ? trimmed(text) : text];
  };

  // `3. ` is the third marker of a list that starts with `1. `.
  const marker = (first, index) => first.replace(/^([ \t]*)([0-9]+)/, (_, indent, number) => indent + (BigInt(number) + BigInt(index)));

  class Field {
    constructor(box) {
      this.box = box;
      ({ name: this.name, kind: this.kind } = box.dataset);
      this.standard = values(this.kind, box.dataset.default ?? '');
      this.isRequired = !box.querySelector('.optional');
      this.items = box.querySelector('.items');
    }

    get controls() {
      return [...this.box.querySelectorAll('input, textarea')];
    }

    get text() {
      if (this.items) return this.controls.map((control) => control.value).join('\n');
      return this.controls.find((control) => control.type !== 'radio' || control.checked)?.value ?? '';
    }

    read() {
      const text = this.text;
      this.given = values(this.kind, text);
      this.values = this.given.length > 0 ? this.given : this.standard;
      this.box.classList.toggle('is-filled', this.values.length > 0);
      const fault = this.box.querySelector('.fault');
      if (!fault) return;
      fault.hidden = isBlank(text) || this.given.length > 0;
      this.controls[0].setAttribute('aria-invalid', String(!fault.hidden));
    }

    // One more line of a list, behind another.
    add(behind) {
      const lines = this.items.querySelectorAll('.item');
      const line = lines[0].cloneNode(true);
      line.firstElementChild.value = '';
      (behind ?? lines[lines.length - 1]).after(line);
      this.number();
      line.firstElementChild.focus();
    }

    remove(line) {
      const next = line.nextElementSibling.matches('.item') ? line.nextElementSibling : line.previousElementSibling;
      if (next) line.remove();
      else line.firstElementChild.value = '';
      this.number();
      (next ?? line).firstElementChild.focus();
    }

    number() {
      const title = this.box.querySelector('.field-head > span').textContent;
      this.controls.forEach((control, index) => control.setAttribute('aria-label', `${title}, ${index + 1}`));
    }

    clear() {
      this.items?.querySelectorAll('.item ~ .item').forEach((line) => line.remove());
      for (const control of this.controls) {
        if (control.type === 'radio') control.checked = control.value === '';
        else control.value = '';
      }
    }
  }

  // Where a value stands in the text: one slot, or the lines of a list.
  class Place {
    constructor(element, field) {
      this.field = field;
      this.marker = element.dataset.marker;
      this.element = element;
      this.open = [...element.childNodes].map((node) => node.cloneNode(true));
      this.slot = element.matches('a') ? element : element.querySelector('a');
    }

    show() {
      const { values, isRequired } = this.field;
      if (this.marker === undefined) {
        this.fill(this.element, values);
      } else if (values.length === 0 && isRequired) {
        this.element.replaceChildren(...this.open.map((node) => node.cloneNode(true)));
      } else {
        const items = values.length > 0 ? values : [undefined];
        this.element.replaceChildren(...items.flatMap((item, index) => {
          const slot = this.slot.cloneNode(true);
          this.fill(slot, item === undefined ? [] : [item]);
          return item === undefined ? [slot] : [(index > 0 ? '\n' : '') + marker(this.marker, index), slot];
        }));
      }
    }

    // A slot that may stay open shows its name, and leaves nothing in what is copied.
    fill(slot, values) {
      slot.classList.toggle('is-filled', values.length > 0);
      if (values.length > 0) slot.replaceChildren(values[0]);
      else if (this.field.isRequired) slot.replaceChildren(...this.open.map((node) => node.cloneNode(true)));
      else slot.replaceChildren();
      if (values.length === 0 && !this.field.isRequired) {
        slot.dataset.open = this.field.name;
        slot.setAttribute('aria-label', `${this.field.name}, open`);
      } else {
        delete slot.dataset.open;
        slot.removeAttribute('aria-label');
      }
    }

    ring(isFocused) {
      for (const slot of this.marker === undefined ? [this.element] : this.element.querySelectorAll('a')) {
        slot.classList.toggle('is-current', isFocused);
      }
    }
  }

  const count = (number, noun) => `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;

  addEventListener('DOMContentLoaded', () => {
    const form = document.querySelector('.fields');
    if (!form) return;
    const card = document.querySelector('.filled-in .prompt');
    const [text, open, size] = ['pre', '.open', '.size'].map((part) => card.querySelector(part));
    const fields = new Map([...form.querySelectorAll('.field')].map((box) => [box.dataset.name, new Field(box)]));
    const fieldOf = (slot) => fields.get(decodeURIComponent(slot.hash).replace('#slot:', ''));
    const places = [...text.querySelectorAll(':scope > a.slot, [data-marker]')].flatMap((element) => {
      const slot = element.matches('a') ? element : element.querySelector('a');
      const field = slot && fieldOf(slot);
      return field ? [new Place(element, field)] : [];
    });

    const show = () => {
      for (const field of fields.values()) field.read();
      for (const place of places) place.show();
      const unset = [...fields.values()].filter((field) => field.values.length === 0).length;
      const message = `${unset} of ${count(fields.size, 'slot')} open`;
      // What has not changed is not said again.
      if (open.textContent !== message) open.textContent = message;
      const characters = [...text.textContent].length;
      size.textContent = `${count(characters, 'character')}, about ${count(Math.ceil(characters / 4), 'token')}`;
    };

    form.addEventListener('input', show);
    form.addEventListener('click', (event) => {
      const button = event.target.closest('button');
      if (!button) return;
      const field = fields.get(button.closest('.field').dataset.name);
      if (button.matches('.add')) field.add();
      else field.remove(button.closest('.item'));
      show();
    });
    form.addEventListener('keydown', (event) => {
      const line = event.target.closest('.item');
      if (event.key !== 'Enter' || event.isComposing || !line || !event.target.matches('input')) return;
      event.preventDefault();
      fields.get(line.closest('.field').dataset.name).add(line);
      show();
    });
    for (const type of ['focusin', 'focusout']) {
      form.addEventListener(type, (event) => {
        const name = event.target.closest('.field')?.dataset.name;
        for (const place of places) if (place.field.name === name) place.ring(type === 'focusin');
      });
    }
    card.addEventListener('click', (event) => {
      const slot = event.target.closest('a.slot');
      if (event.target.closest('button.clear')) {
        for (const field of fields.values()) field.clear();
        show();
      } else if (slot && fieldOf(slot)) {
        event.preventDefault();
        const { controls } = fieldOf(slot);
        (controls.find((control) => control.checked) ?? controls[0]).focus();
      }
    });
    // A browser that comes back to the page puts back what was written.
    addEventListener('pageshow', show);
  });
}
