import { expect, test } from 'vitest';
import { findFileType } from './find-file-type.ts';

const typeOf = (text: string, encoding: BufferEncoding = 'latin1') => {
  const found = findFileType(Buffer.from(text, encoding));
  return 'type' in found ? found.type : found.other;
};

test('a file is known by its first bytes', () => {
  expect(typeOf('%PDF-1.7\n%\xe2\xe3')).toBe('pdf');
  expect(typeOf('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')).toBe('png');
  expect(typeOf('\xff\xd8\xff\xe0\0\x10JFIF')).toBe('jpeg');
  expect(typeOf('RIFF\x10\0\0\0WEBPVP8 ')).toBe('webp');
  expect(typeOf('\0\0\0\x18ftypheic\0\0\0\0')).toBe('heic');
  expect(typeOf('PAR1\x15\x04')).toBe('parquet');
  expect(typeOf('PK\x03\x04\x14\0')).toBe('xlsx');
});

test('text is a table, objects line by line, or plain', () => {
  expect(typeOf('id,kind,day\n1,"work, paid",2027-01-02\n')).toBe('csv');
  expect(typeOf('\ufeffid;kind\r\n1;2\r\n', 'utf8')).toBe('csv');
  expect(typeOf('id\tkind')).toBe('csv');
  expect(typeOf('{"id":"1"}\n{"id":"2"}\n')).toBe('ndjson');
  expect(typeOf('{ not quite }\n')).toBe('text');
  expect(typeOf('Dear all,\nSam has begun work.\n')).toBe('text');
  expect(typeOf('Zoë said: fewer than < 5 of “them”\n', 'utf8')).toBe('text');
});

test('what a browser or a computer would run is of no type that is taken', () => {
  const pages = [
    '<!DOCTYPE html><title>x</title>',
    '  \n<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>',
    '<?xml version="1.0"?><a/>',
    'id,note\n1,<script>x()</script>\n',
    'hello <IMG src=x onerror=y>',
    '<!-- a --><b>',
    '\ufeff<html>',
  ];
  for (const page of pages) expect(typeOf(page, 'utf8')).toBe('a web page or XML');
  for (const program of ['MZ\x90\0\x03', '\x7fELF\x02', '#!/bin/sh\n']) {
    expect(typeOf(program)).toBe('a program');
  }
  expect(typeOf('\xd0\xcf\x11\xe0\xa1\xb1')).toBe('an old or locked Office file');
  expect(typeOf('\x1f\x8b\x08')).toBe('a compressed file');
  expect(typeOf('GIF89a')).toBe('a GIF');
  expect(typeOf('\ufeffid,kind', 'utf16le')).toBe('text in UTF-16');
  expect(typeOf('any\0thing')).toBe('a file of a type not known here');
  expect(typeOf('caf\xe9, latin one')).toBe('a file of a type not known here');
});

test('a character that goes on after what is looked at is none the worse', () => {
  for (const before of [65_533, 65_534, 65_535]) {
    const text = Buffer.from(`${'a'.repeat(before)}😀 and more`);
    expect(findFileType(text.subarray(0, 65_536))).toEqual({ type: 'text' });
  }
});
