/** The elements in a piece of HTML from the server. */
export function parse(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return [...template.content.children];
}
