(self.webpackChunkfruit=self.webpackChunkfruit||[]).push([[61],{62:(x,e,f)=>{e.fill=at=>{at.innerHTML='<form id="order"><p>4 pears, 2 pounds</p><button>Order</button></form>'}}}]);
