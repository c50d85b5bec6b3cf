import { expect, test } from 'vitest';
import { Typed } from './typed.svelte';

function over(value: string): Typed {
  const typed = new Typed();
  typed.follow(value);
  return typed;
}

test('a field shows what the book has, and follows it', () => {
  const typed = over('LTX Studio');
  typed.follow('Kling');
  expect(typed.text).toBe('Kling');
});

test('news from elsewhere does not wipe what is being typed', () => {
  const typed = over('LTX Studio');
  typed.text = 'LTX St';
  typed.follow('LTX Studio');
  typed.follow('Kling');
  expect(typed.text).toBe('LTX St');
});

test('leaving it brings back what the book has now', () => {
  const typed = over('LTX Studio');
  typed.text = 'LTX St';
  typed.follow('Kling');
  typed.back();
  expect(typed.text).toBe('Kling');
});

test('what was saved is followed again', () => {
  const typed = over('LTX Studio');
  typed.text = 'Kling';
  typed.follow('Kling');
  typed.follow('Veo');
  expect(typed.text).toBe('Veo');
});
