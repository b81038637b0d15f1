var fruit;(()=>{var m={},done={};function f(id){var x=done[id];if(!x){x=done[id]={exports:{}};m[id](x,x.exports,f)}return x.exports}f.m=m;f.f={};f.e=e=>Promise.all(Object.keys(f.f).map(k=>f.f[k](e)));f.u=e=>e+".part.js";
(()=>{var src=document.currentScript&&document.currentScript.src;if(!src)throw new Error("Automatic publicPath is not supported in this browser");src=src.replace(/\/[^/]+$/,"/");f.p=src})();
(()=>{var wait={},loaded={7:0};f.f.j=(e,t)=>0===loaded[e]?0:new Promise((ok,no)=>{wait[e]=ok;var t=document.createElement("script");t.src=f.p+f.u(e);t.onerror=()=>no(new Error("Loading chunk "+e+" failed."));document.head.appendChild(t)});
var take=p=>{for(var id in p[1])m[id]=p[1][id];p[0].forEach(e=>{loaded[e]=0;wait[e]&&wait[e]()})};var queue=self.webpackChunkfruit=self.webpackChunkfruit||[];queue.forEach(take);queue.push=take})();
var shelf={"./Basket":()=>f.e(61).then(()=>()=>f(62))};fruit={get:name=>shelf[name]()}})();
