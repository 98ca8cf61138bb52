/**
 * The page as its window shows it, as code: what open shadow roots show stands in their elements, what frames of the same
 * site show in their `srcdoc`. The copy belongs to no window, so that nothing in it runs. Text and JSON go as they came.
 */
const WHOLE = `
const root=Document.prototype.querySelector.call(document,':root'),inert=document.implementation.createHTMLDocument('');
const whole=node=>{
const copy=inert.importNode(node,true);
if(node.nodeType!==1)return copy;
const all=[node,...node.querySelectorAll('*')],copies=[copy,...copy.querySelectorAll('*')];
all.forEach((one,at)=>{try{
if(one.shadowRoot)copies[at].prepend(...[...one.shadowRoot.childNodes].map(whole));
else if(one.localName==='iframe'&&one.contentDocument)copies[at].setAttribute('srcdoc',whole(one.contentDocument.documentElement).outerHTML)
}catch{}});
return copy};
const html=/html|xml/.test(document.contentType)?'<!DOCTYPE html>'+whole(root).outerHTML:(root.querySelector('pre')||root).textContent;
`

/** What a bookmark says on a page that can't be sent. */
interface Says {
  forbidden: string
  tooLarge: string
}

/**
 * The address of a bookmark that sends the page it is chosen on to `server`, where it has no more than `most` bytes. A site
 * may forbid its scripts to speak to other servers; then the page goes as a form in a new window. Where it forbids that, too,
 * `forbidden` is said.
 */
export function bookmarklet(server: string, token: string, most: number, { forbidden, tooLarge }: Says): string {
  const code = `(async()=>{
const to=${JSON.stringify(`${server}/api/pages?token=${encodeURIComponent(token)}`)},url=location.href;
${WHOLE}
const file=new Blob([html],{type:'text/html'});
if(file.size>${most}){alert(${JSON.stringify(tooLarge)});return}
let reply;
try{
const body=new FormData();body.append('url',url);body.append('html',file,'page.html');
const answer=await fetch(to,{method:'POST',body,headers:{accept:'application/json'},credentials:'omit'});
reply=await answer.json();
if(!answer.ok){alert(reply.detail+' '+reply.remedy);return}
}catch{
document.addEventListener('securitypolicyviolation',event=>{if(event.effectiveDirective==='form-action')alert(${JSON.stringify(forbidden)})});
const form=document.createElement('form');form.method='post';form.enctype='multipart/form-data';form.acceptCharset='utf-8';form.target='_blank';form.action=to;
for(const[name,value]of[['url',url],['html',html]]){const field=document.createElement('textarea');field.name=name;field.value=value;form.append(field)}
form.style.display='none';root.append(form);form.submit();form.remove();return}
const at=${JSON.stringify(server)}+reply.address;
if(!open(at,'_blank'))location.href=at
})()`
  return `javascript:${encodeURIComponent(code.replaceAll('\n', ''))}`
}
