(self.webpackChunkshop=self.webpackChunkshop||[]).push([[12],{78:()=>{document.body.append("Your basket is empty.")}}]);
