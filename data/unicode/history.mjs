// Makes history.tsv: the values of properties in earlier versions of Unicode, where they were others.
//
//   node data/unicode/history.mjs PACKAGES NEWEST > data/unicode/history.tsv
//
// PACKAGES is a folder with a folder for each version, VERSION/, the unpacked npm package @unicode/unicode-VERSION (MIT
// licence); NEWEST is what `cargo run --release --package ulabel-gen -- properties` prints.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';

const [, , packages, newest] = process.argv;
const VERSIONS = ['5.2.0', '6.0.0', '6.1.0', '6.2.0', '6.3.0', '7.0.0', '8.0.0', '9.0.0', '10.0.0', '11.0.0', '12.0.0',
    '12.1.0', '13.0.0', '14.0.0', '15.0.0', '15.1.0', '16.0.0', '17.0.0'];
const GROUPS = ['Cased_Letter', 'Letter', 'Mark', 'Number', 'Other', 'Punctuation', 'Separator', 'Symbol'];
const FOLDERS = { gc: 'General_Category', sc: 'Script', scx: 'Script_Extensions', bc: 'Bidi_Class', jt: 'Joining_Type',
    InSC: 'Indic_Syllabic_Category', Dep: 'Binary_Property/Deprecated' };
const COUNT = 0x110000;

async function ranges(folder) {
    return (await import(resolve(folder, 'ranges.mjs'))).default;
}

// The values of a property by code point; none where the version does not have the property.
async function values(version, property) {
    const folder = resolve(packages, version, FOLDERS[property]);
    if (!existsSync(folder)) return null;
    const of = new Array(COUNT);
    if (property === 'Dep') {
        of.fill('false');
        for (const { begin, end } of await ranges(folder)) of.fill('true', begin, end);
        return of;
    }
    for (const value of readdirSync(folder)) {
        if (value.startsWith('index.') || (property === 'gc' && GROUPS.includes(value))) continue;
        for (const { begin, end } of await ranges(resolve(folder, value))) {
            for (let c = begin; c < end; c++) {
                of[c] = property === 'scx' && of[c] ? [...of[c].split(' '), value].sort().join(' ') : value;
            }
        }
    }
    return of;
}

const later = {};
Object.keys(FOLDERS).forEach((property) => (later[property] = new Array(COUNT)));
for (const line of readFileSync(newest, 'utf8').split('\n').filter(Boolean)) {
    const [first, last, ...row] = line.split('\t');
    Object.keys(FOLDERS).forEach((property, at) => {
        later[property].fill(row[at], parseInt(first, 16), parseInt(last, 16) + 1);
    });
}

const rows = [];
function add(property, until, wanted, value) {
    for (let c = 0; c < COUNT; c++) {
        if (!wanted(c)) continue;
        const from = c;
        while (c + 1 < COUNT && wanted(c + 1) && value(c + 1) === value(from)) c++;
        rows.push([property, until, from, c, value(from)]);
    }
}
// Two properties that the library asks for nowhere else: all values of the newest version.
for (const [property, none] of [['InSC', 'Other'], ['Dep', 'false']]) {
    add(property, '-', (c) => later[property][c] !== undefined && later[property][c] !== none, (c) => later[property][c]);
}
let until = '18.0';
for (const version of [...VERSIONS].reverse()) {
    const category = await values(version, 'gc');
    for (const property of Object.keys(FOLDERS)) {
        const own = await values(version, property);
        if (own === null) continue;
        if (property === 'InSC') for (let c = 0; c < COUNT; c++) own[c] ??= 'Other';
        const isAssigned = (c) => ![undefined, 'Unassigned', 'Surrogate'].includes(category[c]);
        const differs = (c) => isAssigned(c) && own[c] !== undefined && own[c] !== later[property][c];
        add(property, until, differs, (c) => own[c]);
        for (let c = 0; c < COUNT; c++) if (isAssigned(c) && own[c] !== undefined) later[property][c] = own[c];
    }
    until = version.replace(/\.0$/, '');
}
console.log('# Values of properties: property, the version until which they held, first, last (hexadecimal, inclusive), value.');
console.log('# Of code points assigned before that version. A hyphen stands for values of Unicode 18.0 itself.');
console.log('# From the npm packages @unicode/unicode-5.2.0 to -17.0.0, 2.0.7 and 2.1.0 (MIT licence), and icu_properties 2.4.0');
console.log('# (Unicode-3.0 licence), which restate the Unicode Character Database (LICENSE-UNICODE). Made by history.mjs.');
const hex = (c) => c.toString(16).toUpperCase().padStart(4, '0');
for (const [property, until, first, last, value] of rows) {
    console.log([property, until, hex(first), hex(last), value].join('\t'));
}
