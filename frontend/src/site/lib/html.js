// The one place that knows where the library lies. What is put into a template is always escaped.
export { html, nothing, render } from '../vendor/lit-html/lit-html.js';
