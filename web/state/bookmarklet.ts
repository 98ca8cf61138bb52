/**
 * The address of a bookmark that sends the page it is chosen on to `server`. A site may forbid its scripts to speak to
 * other servers; then the page goes as a form in a new window. Where it forbids that, too, `forbidden` is said.
 */
export function bookmarklet(server: string, token: string, forbidden: string): string {
  const code = `(async()=>{
const to=${JSON.stringify(`${server}/api/pages?token=${encodeURIComponent(token)}`)},url=location.href,html='<!DOCTYPE html>'+document.documentElement.outerHTML;
let reply;
try{
const body=new FormData();body.append('url',url);body.append('html',new Blob([html],{type:'text/html'}),'page.html');
const answer=await fetch(to,{method:'POST',body,headers:{accept:'application/json'},credentials:'omit'});
reply=await answer.json();
if(!answer.ok){alert(reply.detail+' '+reply.remedy);return}
}catch{
document.addEventListener('securitypolicyviolation',event=>{if(event.effectiveDirective==='form-action')alert(${JSON.stringify(forbidden)})});
const form=document.createElement('form');form.method='post';form.enctype='multipart/form-data';form.acceptCharset='utf-8';form.target='_blank';form.action=to;
for(const[name,value]of[['url',url],['html',html]]){const field=document.createElement('textarea');field.name=name;field.value=value;form.append(field)}
form.style.display='none';document.body.append(form);form.submit();form.remove();return}
const at=${JSON.stringify(server)}+reply.address;
if(!open(at,'_blank'))location.href=at
})()`
  return `javascript:${encodeURIComponent(code.replaceAll('\n', ''))}`
}
