(()=>{var m={},c={};function r(i){var x=c[i]=c[i]||{exports:{}};return m[i](x,x.exports,r),x.exports}
r.f={},r.e=i=>Promise.all(Object.keys(r.f).map(k=>r.f[k](i))),r.u=e=>"js/"+({12:"basket"}[e]||e)+"."+{12:"77aa01b2",34:"9c0de4f1"}[e]+".js",r.p="/";
r.f.j=i=>new Promise((ok,no)=>{var s=document.createElement("script");s.src=r.p+r.u(i),s.onload=ok,s.onerror=no,document.head.append(s)});
(self.webpackChunkshop=self.webpackChunkshop||[]).push=([,more])=>{Object.assign(m,more)};
document.getElementById("pay").addEventListener("click",()=>{r.e(34).then(r.bind(r,56))}),r.e(12).then(r.bind(r,78));})();
