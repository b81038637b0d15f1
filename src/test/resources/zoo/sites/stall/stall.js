(()=>{var m={},done={};function s(id){var x=done[id];if(!x){x=done[id]={exports:{}};m[id](x,x.exports,s)}return x.exports}s.m=m;s.f={};s.e=e=>Promise.all(Object.keys(s.f).map(k=>s.f[k](e)));s.u=e=>{};s.p="/";
s.l=(url,then)=>{var t=document.createElement("script");t.src=url;t.onload=()=>then();t.onerror=()=>then(new Error("no seller at "+url));document.head.appendChild(t)};
(()=>{var parts={30:[30]},sellers={30:["default","./Basket","fruit/entry.js"]};s.f.remotes=e=>parts[e]?new Promise((ok,no)=>s.l(sellers[e][2],bad=>bad?no(bad):fruit.get(sellers[e][1]).then(make=>{m[30]=x=>{x.exports=make()};ok()},no))):0})();
(()=>{var loaded={5:0};s.f.j=(e,t)=>{if(5==e){throw new Error("part "+e)}else loaded[e]=0};var queue=self.webpackChunkstall=self.webpackChunkstall||[];queue.push=()=>0})();
s.e(30).then(()=>s(30)).then(b=>b.fill(document.querySelector("#basket")))})();
