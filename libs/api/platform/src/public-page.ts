const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it may stand in HTML and in its attributes. */
export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => escapes[sign]!);

const style = `body{font:1.125rem/1.6 system-ui,sans-serif;max-width:42rem;margin:0 auto;padding:1.5rem;color:#1b1b1f;background:#fff}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin:0 0 .5rem}fieldset{border:1px solid #767680;border-radius:.5rem;padding:1rem 1.25rem;margin:1.5rem 0}legend{font-weight:600;padding:0 .5rem}
label{display:block;margin:.5rem 0;font-weight:600}label:has(input){padding:.5rem .75rem;border:1px solid #767680;border-radius:.5rem;font-weight:400}label input{width:1.25rem;height:1.25rem;vertical-align:middle;margin-right:.5rem}
.text{white-space:pre-line}input[type=text],textarea{font:inherit;width:100%;box-sizing:border-box;padding:.5rem;border:1px solid #767680;border-radius:.35rem}
button{font:inherit;padding:.6rem 1.5rem;border:2px solid #1b4b8f;border-radius:.5rem;background:#1b4b8f;color:#fff;cursor:pointer}:focus-visible{outline:3px solid #c85a00;outline-offset:2px}
form+form{margin-top:2.5rem}button.quiet{margin:.15rem 0;background:none;color:#1b4b8f;border-width:1px;padding:.25rem .75rem}.say{border-left:.4rem solid #8a1c1c;padding:.5rem 1rem;background:#fbeeee}nav a{margin-right:1rem}code{overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.35rem .5rem;border-bottom:1px solid #767680;vertical-align:top}`;

/** A page made by the server for people without an account: it needs no script and no other file. All but the title is HTML already. */
export const publicPage = ({ lang, title, nav = '', body }: { lang: string; title: string; nav?: string; body: string }): string =>
  `<!doctype html><html ${lang}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escaped(title)}</title><style>${style}</style></head>
<body>${nav}<main><h1>${escaped(title)}</h1>${body}</main></body></html>`;

/** Words that say what is wrong, for everybody to notice; nothing for null. */
export const say = (text: string | null): string => (text === null ? '' : `<p class="say" role="alert">${escaped(text)}</p>`);
